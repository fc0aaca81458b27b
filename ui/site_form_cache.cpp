#include "ui/site_form_cache.h"

namespace postwright::ui {

SiteFormPointer SiteFormCache::of(const site::SitePointer& site, const site::SiteForms* learned,
                                  site::Collection collection) {
  if (site == nullptr || learned == nullptr) return nullptr;
  if (site != m_site) {
    m_site = site;
    m_posts.reset();
    m_pages.reset();
  }
  SiteFormPointer& form = collection == site::Collection::Posts ? m_posts : m_pages;
  if (form == nullptr) form = std::make_shared<const SiteForm>(*site, learned->form(collection));
  return form;
}

} // namespace postwright::ui
