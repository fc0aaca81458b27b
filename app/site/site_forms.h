// The forms of a site's posts and of its pages: learnt from all of them, from its templates, and from its
// `_postwright.yml`. Kept beside the snapshots and brought up to date post by post.
// The one rule: one post's change costs that post alone, and never changes what others taught.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "app/front_matter/form_builder.h"
#include "app/front_matter/form_learner.h"
#include "app/site/site.h"

namespace postwright::site {

class SiteForms {
 public:
  SiteForms() = default;
  /// Learns every document of `site`. May run on any thread.
  explicit SiteForms(const Site& site);

  /// A document changed: `before` as it was learnt, `after` as it is; null: there was, or is, none.
  void replace(const Document* before, const Document* after);
  /// Another snapshot of the same site in which templates or `_postwright.yml` changed.
  void readTemplates(const Site& site);

  /// Made when it is first asked for after a change.
  const front_matter::LearnedForm& form(Collection collection) const;
  /// What is wrong with `_postwright.yml`; its path is below the source folder, or leads out of it with "..".
  const Diagnostics& problems() const { return m_problems; }

 private:
  struct Learnt {
    front_matter::FormLearner learner;
    front_matter::Surroundings around;
    mutable std::optional<front_matter::LearnedForm> form;
  };

  void learn(const Document& document, bool adds);
  void name(const Document& document, bool adds);
  void count(const Document& document, bool adds);

  std::array<Learnt, 2> m_learnt;
  std::shared_ptr<front_matter::WordCounts> m_posts; ///< how a post can be named
  Diagnostics m_problems;
};

} // namespace postwright::site
