#!/usr/bin/env python3
"""Checks the layering and the sizes of ARCHITECTURE.md over app/ and ui/.

usage: check_rules.py layers|sizes|self-test [ROOT]
Prints one line per breach, `file:line: what`, and exits with 1 when there is any.
"""
import pathlib
import re
import sys
import tempfile

ENGINE = ["base", "yaml", "liquid", "highlight", "markdown", "front_matter", "site", "generators", "render",
          "checks", "drafts", "export"]
LAYERS = {
    "app/base": [],
    "app/yaml": ["app/base"],
    "app/liquid": ["app/base"],
    "app/highlight": ["app/base"],
    "app/markdown": ["app/base", "app/highlight"],
    "app/front_matter": ["app/base", "app/yaml"],
    "app/site": ["app/base", "app/yaml", "app/front_matter", "app/liquid", "app/highlight"],
    "app/generators": ["app/base", "app/yaml", "app/front_matter", "app/site", "app/liquid", "app/highlight"],
    "app/render": ["app/" + f for f in ENGINE if f not in ("checks", "drafts", "export")],
    "app/checks": ["app/" + f for f in ENGINE if f not in ("drafts", "export")],
    "app/drafts": ["app/" + f for f in ENGINE if f not in ("checks", "export")],
    "app/export": ["app/" + f for f in ENGINE if f not in ("checks", "drafts")],
    "app/cli": ["app/" + f for f in ENGINE],
    "ui/base": ["app/base"],
}
WIDGETS = ["document", "editor", "form", "preview", "posts", "problems", "dialogs"]
for widget in WIDGETS:
    LAYERS["ui/" + widget] = ["app/" + f for f in ENGINE] + ["ui/base"]

# Each library is named in one folder only.
LIBRARIES = {
    r"<yaml\.h>|yaml-cpp": "app/yaml",
    r"cmark-gfm": "app/markdown",
    r"syntect": "app/highlight",
}
QT_IN_CPP = {"app/base", "app/cli"}

FILE_LINES, FUNCTION_LINES, CONSTRUCTOR_LINES = 500, 60, 40

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
FUNCTION = re.compile(r"^(?!#|//|/\*|using|namespace|struct|class|enum|union|typedef|return|if|for|while|switch|else|case|static_assert|[A-Z_]+\().*\(")
CONSTRUCTOR = re.compile(r"^(?:explicit )?(?:\w+::)*(\w+)(?:::\1)?\(")


def sources(root):
    for top in ("app", "ui"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                yield path, path.relative_to(root).as_posix()


def folder_of(name):
    return "/".join(name.split("/")[:2])


def layer_breach(name, quote, target):
    """Why `name` may not include `target`, or None."""
    folder = folder_of(name)
    is_qt = quote == "<" and re.match(r"Q[A-Z]|Qt", target)
    if name.startswith("app/") and is_qt:
        if name.endswith(".h"):
            return "app/ headers name no Qt type"
        if folder not in QT_IN_CPP:
            return "Qt in app/ is for app/base and app/cli only"
    for pattern, home in LIBRARIES.items():
        if quote == "<" and re.search(pattern, "<%s>" % target) and folder != home:
            return "this library is named in %s only" % home
    if quote == "<" or not target.startswith(("app/", "ui/")):
        return None
    to = folder_of(target)
    if name.count("/") == 1 or to == folder or folder not in LAYERS:  # ui/main_window and its kind see everything
        return None if not name.startswith("app/") or to == folder else "app/ has folders only"
    return None if to in LAYERS[folder] else "%s may not include %s" % (folder, to)


def check_layers(root):
    for path, name in sources(root):
        known = name.count("/") == 1 and name.startswith("ui/") or folder_of(name) in LAYERS
        if not known:
            yield "%s:1: the folder has no place in the layering table" % name
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = INCLUDE.match(line)
            breach = layer_breach(name, *found.groups()) if found else None
            if breach:
                yield "%s:%d: %s" % (name, number, breach)


def functions(lines):
    """(first line, length, is constructor) of every function of clang-formatted code."""
    for start, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if indent not in (0, 2) or not FUNCTION.match(line.strip()):
            continue
        for end in range(start, len(lines)):
            text = lines[end]
            if text.rstrip().endswith(";") and end == start or re.match(r"^ {0,%d}\S.*;$" % indent, text):
                break
            if text == " " * indent + "}":
                yield start + 1, end - start + 1, bool(CONSTRUCTOR.match(line.strip()))
                break


def check_sizes(root):
    for path, name in sources(root):
        lines = path.read_text().splitlines()
        if len(lines) > FILE_LINES:
            yield "%s:1: %d lines, at most %d" % (name, len(lines), FILE_LINES)
        for number, length, is_constructor in functions(lines):
            limit = CONSTRUCTOR_LINES if is_constructor else FUNCTION_LINES
            if length > limit:
                yield "%s:%d: a function of %d lines, at most %d" % (name, number, length, limit)
        if name.startswith("app/") and name.endswith(".h") and not lines[0].startswith(("//", "/*")):
            yield "%s:1: the header does not say what it is for" % name


def self_test():
    """Each rule must catch a file that breaks it, or the check cannot fail."""
    long_function = "int f() {\n%s}\n" % ("  g();\n" * 60)
    long_constructor = "Thing::Thing(int a)\n    : m_a(a) {\n%s}\n" % ("  g();\n" * 40)
    cases = [
        (check_layers, "app/liquid/x.cpp", '#include "app/markdown/m.h"\n'),
        (check_layers, "app/base/x.h", "// x\n#include <QString>\n"),
        (check_layers, "app/render/x.cpp", "#include <QFile>\n"),
        (check_layers, "app/render/x.cpp", "#include <cmark-gfm.h>\n"),
        (check_layers, "ui/form/x.cpp", '#include "ui/editor/e.h"\n'),
        (check_layers, "app/base/x.cpp", '#include "ui/base/theme.h"\n'),
        (check_layers, "app/elsewhere/x.cpp", "\n"),
        (check_sizes, "app/base/x.cpp", "\n" * 501),
        (check_sizes, "app/base/x.cpp", long_function),
        (check_sizes, "app/base/x.cpp", long_constructor),
        (check_sizes, "app/base/x.h", "#pragma once\n"),
    ]
    fine = [
        (check_layers, "ui/main_window.cpp", '#include "ui/editor/e.h"\n#include <QString>\n'),
        (check_layers, "app/render/x.cpp", '#include "app/liquid/l.h"\n#include <vector>\n'),
        (check_sizes, "app/base/x.cpp", "int f() {\n  g();\n}\n"),
    ]
    for expect_breach, rows in ((True, cases), (False, fine)):
        for check, name, text in rows:
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True)
                path.write_text(text)
                if bool(list(check(pathlib.Path(folder)))) != expect_breach:
                    yield "%s on %s: expected %s" % (check.__name__, name, "a breach" if expect_breach else "none")


def main():
    root = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".")
    checks = {"layers": lambda: check_layers(root), "sizes": lambda: check_sizes(root), "self-test": self_test}
    breaches = list(checks[sys.argv[1]]())
    print("\n".join(breaches) or "%s: no breach" % sys.argv[1])
    sys.exit(1 if breaches else 0)


main()
