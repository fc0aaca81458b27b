#include "app/export/sass.h"

#include "app/site/paths.h"

#ifdef POSTWRIGHT_HAS_SASS
#include <sass/context.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "app/base/file.h"
#endif

namespace postwright::exporting {

bool isSass(std::string_view path) {
  const auto ending = site::extension(path);
  return ending == "scss" || ending == "sass";
}

#ifdef POSTWRIGHT_HAS_SASS
namespace {

/// libsass takes strings that it frees itself.
char* copied(const std::string& text) {
  auto* copy = static_cast<char*>(sass_alloc_memory(text.size() + 1));
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

/// The file that `@import name` in `folder` means, absolute; empty when there is none inside the site.
std::string importedFile(const SassInput& input, const std::string& folder, const std::string& name) {
  const std::string_view within =
      folder == input.root ? std::string_view() : std::string_view(folder).substr(input.root.size() + 1);
  const std::string parent = site::joined(within, site::parentPath(name));
  const std::string last(site::fileName(name));
  for (const char* pattern : {"", "_"}) {
    for (const char* ending : {"", ".scss", ".sass", ".css", "/_index.scss", "/index.scss"}) {
      const Result<std::string> file =
          resolveInside(input.root, site::joined(parent, pattern + last + ending));
      if (file && readFile(*file)) return *file;
    }
  }
  return {};
}

Sass_Import_List importList(Sass_Import_Entry entry) {
  Sass_Import_List list = sass_make_import_list(1);
  list[0] = entry;
  return list;
}

Sass_Import_List importFile(const char* name, Sass_Importer_Entry importer, struct Sass_Compiler* compiler) {
  const auto& input = *static_cast<const SassInput*>(sass_importer_get_cookie(importer));
  const std::string from = sass_import_get_abs_path(sass_compiler_get_last_import(compiler));
  for (const std::string& folder : {std::string(site::parentPath(from)), input.loadFolder}) {
    if (folder != input.root && !folder.starts_with(input.root + "/")) continue;
    const std::string file = importedFile(input, folder, name);
    if (file.empty()) continue;
    const Result<FileContent> content = readFile(file);
    return importList(sass_make_import(name, file.c_str(), copied(content->bytes), nullptr));
  }
  Sass_Import_Entry missing = sass_make_import_entry(name, nullptr, nullptr);
  sass_import_set_error(missing, ("Can't find stylesheet to import: " + std::string(name)).c_str(), 0, 0);
  return importList(missing);
}

struct FreeContext {
  void operator()(Sass_Data_Context* context) const { sass_delete_data_context(context); }
};

void configure(const SassInput& input, Sass_Options* options) {
  sass_option_set_output_style(options, input.compressed ? SASS_STYLE_COMPRESSED : SASS_STYLE_EXPANDED);
  sass_option_set_precision(options, 10);
  sass_option_set_input_path(options, input.file.c_str());
  sass_option_set_is_indented_syntax_src(options, input.file.ends_with(".sass"));
  Sass_Importer_List importers = sass_make_importer_list(1);
  sass_importer_set_list_entry(importers, 0,
                               sass_make_importer(importFile, 0, const_cast<SassInput*>(&input)));
  sass_option_set_c_importers(options, importers);
}

} // namespace

bool canCompileSass() {
  return true;
}

Result<std::string> compileSass(const SassInput& input) {
  Result<FileContent> content = readFile(input.file);
  if (!content) return failure(std::move(content.error()));
  const std::unique_ptr<Sass_Data_Context, FreeContext> data(sass_make_data_context(copied(content->bytes)));
  Sass_Context* context = sass_data_context_get_context(data.get());
  configure(input, sass_context_get_options(context));
  if (sass_compile_data_context(data.get()) == 0) return std::string(sass_context_get_output_string(context));
  const std::string message = sass_context_get_error_text(context);
  const SourcePosition where{input.file, static_cast<int>(sass_context_get_error_line(context)),
                             static_cast<int>(sass_context_get_error_column(context))};
  return failure(ErrorCode::SassInvalid, {message}, message, where);
}

#else

bool canCompileSass() {
  return false;
}

Result<std::string> compileSass(const SassInput& input) {
  return failure(ErrorCode::SassInvalid, {input.file});
}

#endif

} // namespace postwright::exporting
