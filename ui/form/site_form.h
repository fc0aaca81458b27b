// What the form knows of a whole site, made once for each reading of it and shared by every post: the learnt
// fields, their values as lists to pick from, layouts, posts. The one rule: it never changes.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <memory>
#include <string>
#include <vector>

#include "app/front_matter/learned_form.h"
#include "app/site/site.h"
#include "ui/form/post_names.h"

namespace postwright::ui {

/// Values to pick from, each with a word about it.
struct WordList {
  QStringList words;
  QStringList details; ///< as many as words, or none
};

class SiteForm {
 public:
  /// `learned` is the form of the collection that is edited.
  SiteForm(const site::Site& site, front_matter::LearnedForm learned);
  /// Without a site: what tests and files outside of one have.
  explicit SiteForm(front_matter::LearnedForm learned, QStringList layouts = {}, QString imageRoot = {});
  SiteForm(const SiteForm&) = delete;
  SiteForm& operator=(const SiteForm&) = delete;
  ~SiteForm() = default;

  const front_matter::LearnedForm& learned() const { return m_learned; }
  const QStringList& layouts() const { return m_layouts; }
  const QString& imageRoot() const { return m_imageRoot; } ///< absolute source folder
  /// The values of a learnt field, most used first, with how often they are used.
  const WordList& wordsOf(const front_matter::LearnedField* field) const;
  /// What the tooltip of a learnt field says.
  QString helpOf(const front_matter::LearnedField* field) const { return m_help.value(field); }
  /// The site's posts as the values of this field name them; null where it names none.
  PostNamesPointer postsOf(const front_matter::LearnedField* field) const { return m_posts.value(field); }
  /// Gives the fields that name other posts their values: every post, with its title. Before it is shared.
  void addPosts(const std::vector<PostName>& posts);

 private:
  void describe(const std::vector<front_matter::LearnedField>& fields);
  void addPosts(const std::vector<PostName>& posts, const std::vector<front_matter::LearnedField>& fields);

  front_matter::LearnedForm m_learned;
  QHash<const front_matter::LearnedField*, WordList> m_words;
  QHash<const front_matter::LearnedField*, QString> m_help;
  QHash<const front_matter::LearnedField*, PostNamesPointer> m_posts;
  QStringList m_layouts;
  QString m_imageRoot;
};

using SiteFormPointer = std::shared_ptr<const SiteForm>;

} // namespace postwright::ui
