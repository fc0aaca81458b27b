// The colours of one rendering. The one rule: it is known whether a block went without colours that may still
// come.
#pragma once

#include <atomic>
#include <memory>
#include <stop_token>

#include "app/highlight/highlighter.h"
#include "app/render/page.h"

namespace postwright::render {

/// Safe to use from several threads.
class PageColours final : public highlight::Highlighter {
 public:
  PageColours(std::shared_ptr<const highlight::Highlighter> highlighter, LateColours late,
              std::stop_token stop)
      : m_highlighter(std::move(highlighter)), m_late(late), m_stop(std::move(stop)) {}

  highlight::CodeElement format(std::string_view code, highlight::Language language) const override;
  bool lacksColours() const override { return m_highlighter->lacksColours(); }

  /// Some block is plain for now.
  bool areAwaited() const { return m_areAwaited; }
  /// Some block is plain because this build has no colours.
  bool areLacking() const { return m_wereAsked && lacksColours(); }

 private:
  highlight::CodeElement await(std::string_view code, highlight::Language language) const;

  std::shared_ptr<const highlight::Highlighter> m_highlighter;
  LateColours m_late;
  std::stop_token m_stop;
  mutable std::atomic<bool> m_wereAsked = false;
  mutable std::atomic<bool> m_areAwaited = false;
};

} // namespace postwright::render
