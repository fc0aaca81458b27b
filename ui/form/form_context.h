// What the site and the file's place say about the post in the form, beside its own text. Plain values.
#pragma once

#include <QString>
#include <vector>

#include "app/front_matter/advice.h"
#include "ui/form/site_form.h"

namespace postwright::ui {

struct FormContext {
  SiteFormPointer site; ///< null: a file outside any site
  // What holds where the field is absent; shown as placeholder.
  QString derivedTitle;
  QString derivedSlug;
  QString derivedDate;
  QString derivedLayout;
  QString url;     ///< where the page will be, with a leading slash; empty: not known
  QString urlTwin; ///< another file of the site whose page has the same URL
  // The effective state, whatever it comes from.
  bool isDraft = false;
  bool inDraftsFolder = false;
  bool draftFromDefaults = false;
  std::vector<front_matter::FieldAdvice> advice; ///< what the generator has to say about this text
  std::vector<front_matter::Reason> reasons;     ///< why the post is not on the site, if it is not
  int problemLine = 0; ///< 1-based file line of the document's problem; 0: not known, no link is shown
};

} // namespace postwright::ui
