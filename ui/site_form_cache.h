// What the form knows of the open site, one for posts and one for pages, made once for each reading of the
// site's files: typing in a post does not walk the others again.
#pragma once

#include "app/site/site.h"
#include "app/site/site_forms.h"
#include "ui/form/site_form.h"

namespace postwright::ui {

class SiteFormCache {
 public:
  /// `site` as on disk, with what was learnt from it. Null for no site.
  SiteFormPointer of(const site::SitePointer& site, const site::SiteForms* learned,
                     site::Collection collection);

 private:
  site::SitePointer m_site; ///< what the forms were made from
  SiteFormPointer m_posts;
  SiteFormPointer m_pages;
};

} // namespace postwright::ui
