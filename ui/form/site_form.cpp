#include "ui/form/site_form.h"

#include <utility>

#include "ui/base/text_bridge.h"
#include "ui/form/field_help.h"

namespace postwright::ui {

using front_matter::LearnedField;

SiteForm::SiteForm(front_matter::LearnedForm learned, QStringList layouts, QString imageRoot)
    : m_learned(std::move(learned)), m_layouts(std::move(layouts)), m_imageRoot(std::move(imageRoot)) {
  describe(m_learned.fields);
}

SiteForm::SiteForm(const site::Site& site, front_matter::LearnedForm learned)
    : SiteForm(std::move(learned), {}, toQString(site.source())) {
  for (const std::string& name : site.layoutNames())
    m_layouts << toQString(name);
  std::vector<PostName> posts;
  for (const site::DocumentPointer& document : site.documents()) {
    if (document->collection != site::Collection::Posts) continue;
    const auto& date = document->fields.publishedDate;
    posts.push_back({document->fields.slug, document->path, document->url, document->fields.title,
                     date ? toString(date->date()) : std::string()});
  }
  addPosts(posts);
}

void SiteForm::addPosts(const std::vector<PostName>& posts) {
  addPosts(posts, m_learned.fields);
}

void SiteForm::addPosts(const std::vector<PostName>& posts, const std::vector<LearnedField>& fields) {
  for (const LearnedField& field : fields) {
    addPosts(posts, field.fields);
    if (!front_matter::namesPosts(field.kind)) continue;
    const QString sample = field.words.empty() ? QString() : toQString(field.words.front().text);
    m_posts.insert(&field, std::make_shared<const PostNames>(posts, sample));
  }
}

void SiteForm::describe(const std::vector<LearnedField>& fields) {
  for (const LearnedField& field : fields) {
    m_help.insert(&field, postwright::ui::helpOf(field));
    WordList& list = m_words[&field];
    for (const front_matter::LearnedWord& word : field.words) {
      list.words << toQString(word.text);
      list.details << (word.count > 0 ? QString::number(word.count) : QString());
    }
    describe(field.fields);
  }
}

const WordList& SiteForm::wordsOf(const LearnedField* field) const {
  static const WordList none;
  const auto found = m_words.constFind(field);
  return found == m_words.cend() ? none : *found;
}

} // namespace postwright::ui
