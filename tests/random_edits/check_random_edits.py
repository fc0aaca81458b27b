#!/usr/bin/env python3
"""Judges random edits of front matter by PyYAML, a reader that has nothing in common with the editor.

usage: check_random_edits.py PROGRAM COUNT FOLDER...

Each edit must lead to exactly the asked-for change of what PyYAML reads, and keep every comment line that is not
part of what was removed or replaced. Exits with 77 when PyYAML is missing.
"""
import collections
import copy
import json
import pathlib
import subprocess
import sys

try:
    import yaml
except ImportError:
    print("PyYAML (python3-yaml) is not installed: the random edits were left out.")
    sys.exit(77)

SEED = 20240720
NULL = "tag:yaml.org,2002:null"
BOOL = "tag:yaml.org,2002:bool"
STR = "tag:yaml.org,2002:str"
TRUE_WORDS = {"true", "yes", "on"}


class CannotRead(Exception):
    pass


def scalar(tag, text):
    if tag == NULL:
        text = ""
    if tag == BOOL:
        text = str(text.lower() in TRUE_WORDS)
    return ["scalar", tag, text]


def model(node, above=()):
    """The node as plain lists; references are replaced by what they refer to."""
    if id(node) in above:
        raise CannotRead("recursive")
    above = above + (id(node),)
    if isinstance(node, yaml.ScalarNode):
        return scalar(node.tag, node.value)
    if isinstance(node, yaml.SequenceNode):
        return ["list", [model(item, above) for item in node.value]]
    return ["map", [[model_of_key(key, above), model(value, above)] for key, value in node.value]]


def model_of_key(node, above):
    """Keys are looked for by their spelling: `on` is a key of that name, whatever it means."""
    return ["scalar", node.tag, node.value] if isinstance(node, yaml.ScalarNode) else model(node, above)


def read(text):
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise CannotRead(str(error)) from error
    return ["map", []] if node is None else model(node)


def built(value):
    """The model of a value that was asked for."""
    if "list" in value:
        return ["list", [built(item) for item in value["list"]]]
    if "map" in value:
        return ["map", [[["scalar", STR, key], built(item)] for key, item in value["map"]]]
    if "text" in value:
        return ["scalar", STR, value["text"]]
    literal = value["literal"]
    return ["scalar", NULL, ""] if literal == "" else read(literal)


def is_null(node):
    return node[0] == "scalar" and node[1] == NULL


def position(node, step):
    if isinstance(step, int):
        return step if node[0] == "list" and step < len(node[1]) else None
    if node[0] != "map":
        return None
    for index, (key, _) in enumerate(node[1]):
        if key[0] == "scalar" and key[2] == step:
            return index
    return None


def child(node, index):
    return node[1][index][1] if node[0] == "map" else node[1][index]


def walk(node, path, makes):
    """The node at the path, made of empty values where it is missing; None where it cannot be."""
    for step in path:
        index = position(node, step)
        if index is None:
            if not makes or isinstance(step, int):
                return None
            if is_null(node):
                node[:] = ["map", []]
            if node[0] != "map":
                return None
            node[1].append([["scalar", STR, step], ["scalar", NULL, ""]])
            index = len(node[1]) - 1
        node = child(node, index)
    return node


def set_value(root, edit):
    node = walk(root, edit["path"], True)
    node[:] = built(edit["value"])


def append(root, edit):
    node = walk(root, edit["path"], True)
    if is_null(node):
        node[:] = ["list", []]
    node[1].append(built(edit["value"]))


def insert_item(root, edit):
    node = walk(root, edit["path"], True)
    if is_null(node):
        node[:] = ["list", []]
    node[1].insert(edit["index"], built(edit["value"]))


def parent_and_index(root, path):
    parent = walk(root, path[:-1], False)
    return parent, position(parent, path[-1])


def remove(root, edit):
    parent, index = parent_and_index(root, edit["path"])
    del parent[1][index]


def remove_twin(root, edit):
    parent = walk(root, edit["path"][:-1], False)
    twins = [i for i, (key, _) in enumerate(parent[1]) if key[2] == edit["path"][-1]]
    del parent[1][twins[edit["index"]]]


def rename(root, edit):
    parent, index = parent_and_index(root, edit["path"])
    if parent[1][index][0][2] != edit["key"]:
        parent[1][index][0] = ["scalar", STR, edit["key"]]


def move(root, edit):
    parent, index = parent_and_index(root, edit["path"])
    parent[1].insert(edit["index"], parent[1].pop(index))


def move_into(root, edit):
    path, target = edit["path"], edit["target"]
    parent, index = parent_and_index(root, path)
    is_beside = len(path) == len(target) and path[:-1] == target[:-1]
    if is_beside and position(parent, target[-1]) is None:
        parent[1][index] = [["scalar", STR, target[-1]], ["map", [parent[1][index]]]]
        return
    entry = parent[1].pop(index)
    node = walk(root, target, True)
    if is_null(node):
        node[:] = ["map", []]
    node[1].append(entry)


APPLY = {
    "set": set_value, "append": append, "insert item": insert_item, "remove": remove,
    "remove twin": remove_twin, "rename": rename, "move": move, "move into": move_into,
}
KEEPS_COMMENTS = ("append", "insert item", "rename", "move", "move into")


def comment_lines(text):
    lines = (line.strip() for line in text.replace("\r", "\n").split("\n"))
    return collections.Counter(line for line in lines if line.startswith("#"))


def judge(edit):
    """What is wrong with the edit; empty when it is right; None when PyYAML cannot judge it."""
    try:
        expected = copy.deepcopy(read(edit["before"]))
    except CannotRead:
        return None
    try:
        APPLY[edit["kind"]](expected, edit)
    except (TypeError, IndexError, AttributeError) as error:
        return f"was made, though it has no meaning: {error!r}"
    try:
        found = read(edit["after"])
    except CannotRead as error:
        return f"cannot be read afterwards: {error}"
    if found != expected:
        return f"reads as {found}, expected {expected}"
    if edit["kind"] in KEEPS_COMMENTS and comment_lines(edit["before"]) - comment_lines(edit["after"]):
        return "a comment is lost"
    return ""


def main():
    program, count, folders = sys.argv[1], sys.argv[2], sys.argv[3:]
    files = sorted(str(path) for folder in folders for pattern in ("*.md", "*.yaml", "*.liquid")
                   for path in pathlib.Path(folder).rglob(pattern) if path.is_file())
    run = subprocess.run([program, count, str(SEED), *files], stdout=subprocess.PIPE, check=True)
    outcome, refusals, wrong = collections.Counter(), collections.Counter(), []
    for line in run.stdout.decode("utf-8").splitlines():
        edit = json.loads(line)
        if "refusal" in edit:
            refusals[edit["refusal"]] += 1
            if edit["refusal"] == "verify":
                wrong.append(("stopped by the re-reading", edit))
            continue
        verdict = judge(edit)
        outcome["not judged" if verdict is None else "wrong" if verdict else edit["kind"]] += 1
        if verdict:
            wrong.append((verdict, edit))
    for verdict, edit in wrong[:10]:
        print(verdict, json.dumps(edit, ensure_ascii=False), sep="\n", end="\n\n")
    applied = sum(outcome.values()) - outcome["not judged"]
    print(f"{count} edits of {len(files)} texts: {applied} made and judged {dict(outcome)}, refused {dict(refusals)}")
    is_enough = applied * 5 > int(count)
    sys.exit(1 if wrong or not is_enough else 0)


main()
