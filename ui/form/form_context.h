// What the site and the file's place say about the post in the form, beside its own text. Plain values.
#pragma once

#include <QString>
#include <QStringList>

namespace postwright::ui {

struct FormContext {
  QStringList layouts; ///< names as front matter spells them: "post.liquid"
  QStringList knownTags;
  QStringList knownCategories;
  // What holds where the field is absent; shown as placeholder.
  QString derivedTitle;
  QString derivedSlug;
  QString derivedDate;
  QString derivedLayout;
  // The effective state, whatever it comes from.
  bool isDraft = false;
  bool inDraftsFolder = false;
  bool draftFromDefaults = false;
  QString imageRoot; ///< absolute source folder; empty: no thumbnails, no picking
  bool hasSite = false;
  int problemLine = 0; ///< 1-based file line of the document's problem; 0: not known, no link is shown

  bool operator==(const FormContext&) const = default;
};

} // namespace postwright::ui
