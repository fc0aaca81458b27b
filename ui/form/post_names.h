// The site's posts as one field names them, to pick from: one list for all posts of the site, shared by every
// reading of the form. The one rule: it never changes.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <memory>
#include <string>
#include <vector>

namespace postwright::ui {

/// A post as other posts may name it.
struct PostName {
  std::string slug;
  std::string path; ///< below the source folder
  std::string url;  ///< without a leading slash
  std::string title;
  std::string date = {}; ///< "2024-07-20"; empty: undated
};

/// `post` named as `sample` names another one: by slug, path or URL, with or without a leading slash.
QString nameLike(const PostName& post, const QString& sample);

/// Lists of equal length.
struct PostNames {
  /// `sample`: how the field's other values name a post.
  PostNames(const std::vector<PostName>& posts, const QString& sample);

  /// The post that `value` names in any of the ways; -1 for none.
  qsizetype find(const QString& value) const { return m_byName.value(value, -1); }
  /// The post that `text` names, or the only one of this title in whatever letter case; -1 for none.
  qsizetype findTyped(const QString& text) const;

  QStringList values; ///< what is written
  QStringList titles; ///< the value where a post has none
  QStringList dates;
  QStringList paths;
  QStringList searched; ///< what a search looks at

 private:
  QHash<QString, qsizetype> m_byName;
};
using PostNamesPointer = std::shared_ptr<const PostNames>;

} // namespace postwright::ui
