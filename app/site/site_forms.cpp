#include "app/site/site_forms.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <future>
#include <set>
#include <string_view>

#include "app/base/file.h"
#include "app/site/field_reads.h"
#include "app/site/paths.h"

namespace postwright::site {
namespace {

namespace fs = std::filesystem;

using front_matter::FieldRead;
using front_matter::WordCounts;

constexpr std::size_t kNamesOfAPost = 3;

std::size_t indexOf(Collection collection) {
  return collection == Collection::Posts ? 0 : 1;
}

/// How front matter names another post: by slug, by path, by URL; a slash in front changes nothing.
std::array<std::string_view, kNamesOfAPost> namesOf(const Document& document) {
  return {document.fields.slug, document.path, document.url};
}

bool isFileBelow(const std::string& source, const std::string& text) {
  std::string_view path = text;
  while (path.starts_with('/'))
    path.remove_prefix(1);
  if (path.find('.') == std::string_view::npos) return false;
  const Result<std::string> inside = resolveInside(source, std::string(path));
  std::error_code error;
  return inside && fs::is_regular_file(*inside, error);
}

/// The reads of fields that posts can have: the generator's own and what is below them.
std::vector<FieldRead> ofFields(std::vector<FieldRead> reads,
                                const std::vector<front_matter::KnownField>& known) {
  std::erase_if(reads, [&](const FieldRead& read) {
    return std::ranges::none_of(known, [&](const front_matter::KnownField& field) {
      return std::get<std::string>(field.path.front()) == read.keys.front();
    });
  });
  return reads;
}

/// Keys at the top whose values are each post's own: nobody picks them from a list.
std::vector<std::string> keysWithoutWords(const std::vector<front_matter::KnownField>& known) {
  std::vector<std::string> keys;
  for (const front_matter::KnownField& field : known) {
    if (field.path.size() == 1 && !front_matter::hasWords(field.kind))
      keys.push_back(std::get<std::string>(field.path.front()));
  }
  return keys;
}

} // namespace

SiteForms::SiteForms(const Site& site) : m_posts(std::make_shared<WordCounts>()) {
  for (Learnt& learnt : m_learnt)
    learnt.learner = front_matter::FormLearner(keysWithoutWords(site.knownFields()));
  const auto named = std::async(std::launch::async, [&] { // beside the learning, which takes as long
    m_posts->reserve(site.documents().size() * kNamesOfAPost);
    for (const DocumentPointer& document : site.documents())
      name(*document, true);
  });
  for (const DocumentPointer& document : site.documents())
    learn(*document, true);
  named.wait();
  for (Learnt& learnt : m_learnt) {
    learnt.around.known = site.knownFields();
    learnt.around.isFile = [source = site.source()](const std::string& text) {
      return isFileBelow(source, text);
    };
    learnt.around.isPost = [posts = m_posts](const std::string& text) {
      return posts->contains(std::string_view(text).substr(text.starts_with('/') ? 1 : 0));
    };
  }
  readTemplates(site);
}

void SiteForms::learn(const Document& document, bool adds) {
  Learnt& learnt = m_learnt[indexOf(document.collection)];
  learnt.form.reset();
  if (adds) {
    learnt.learner.add(document.facts);
  } else {
    learnt.learner.remove(document.facts);
  }
}

void SiteForms::name(const Document& document, bool adds) {
  if (document.collection != Collection::Posts) return;
  for (const std::string_view name : namesOf(document))
    if (!name.empty()) front_matter::countWord(*m_posts, name, adds);
}

void SiteForms::count(const Document& document, bool adds) {
  learn(document, adds);
  name(document, adds);
}

void SiteForms::replace(const Document* before, const Document* after) {
  if (before != nullptr) count(*before, false);
  if (after != nullptr) count(*after, true);
}

void SiteForms::readTemplates(const Site& site) {
  std::array<std::set<std::string>, 2> layouts;
  for (const DocumentPointer& document : site.documents()) {
    if (document->fields.layout) layouts[indexOf(document->collection)].insert(*document->fields.layout);
  }
  const std::string path = joined(site.root(), std::string(front_matter::kRulesFile));
  const Result<FileContent> file = readFile(path);
  front_matter::SiteRules rules;
  if (file)
    rules = front_matter::readRules(file->bytes,
                                    fs::path(path).lexically_relative(site.source()).generic_string());
  m_problems = std::move(rules.problems);
  for (const std::size_t i : {0U, 1U}) {
    Learnt& learnt = m_learnt[i];
    learnt.around.rules = i == 0 ? rules.posts : rules.pages;
    learnt.around.layouts = site.layoutNames();
    std::vector<FieldRead> reads = readsOfPage(site, {layouts[i].begin(), layouts[i].end()});
    if (i == 0) {
      for (FieldRead& read : readsOfListedPosts(site))
        reads.push_back(std::move(read));
    }
    learnt.around.reads = ofFields(std::move(reads), learnt.around.known);
    learnt.form.reset();
  }
}

const front_matter::LearnedForm& SiteForms::form(Collection collection) const {
  const Learnt& learnt = m_learnt[indexOf(collection)];
  if (!learnt.form) learnt.form = front_matter::buildForm(learnt.learner.seen(), learnt.around);
  return *learnt.form;
}

} // namespace postwright::site
