// What the tests of edits share: paths as text, and what an edit leads to.
#pragma once

#include <QTest>
#include <string>

#include "app/front_matter/yaml_editor.h"

namespace postwright::front_matter {

/// "data.author", "links[0].url": keys and one-digit indexes.
inline Path pathOf(const std::string& text) {
  Path path;
  std::string key;
  const auto flush = [&] {
    if (!key.empty()) path.emplace_back(key);
    key.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') {
      flush();
      path.emplace_back(static_cast<std::size_t>(text[i + 1] - '0'));
      i += 2;
    } else if (text[i] == '.') {
      flush();
    } else {
      key += text[i];
    }
  }
  flush();
  return path;
}

/// The text after the edit, or "refused: code".
inline QByteArray outcome(const std::string& yaml, const EditResult& result) {
  if (result.refusal) return QByteArray::fromStdString("refused: " + result.refusal->code);
  return QByteArray::fromStdString(applyEdits(yaml, result.edits));
}

inline Scalar text(std::string value) {
  return {ScalarType::String, std::move(value)};
}

} // namespace postwright::front_matter
