// The status bar: words and minutes, line and column; the post's URL; the state of the page. Nothing blinks:
// a state that is over within 300 ms is never shown.
#pragma once

#include <QLabel>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <cstdint>

namespace postwright::ui {

enum class PageState : std::uint8_t { None, Fresh, Rendering, Held };

class StatusLine : public QStatusBar {
  Q_OBJECT

 public:
  explicit StatusLine(QWidget* parent = nullptr);

  void setWords(qsizetype words);      ///< negative: nothing open
  void setCaret(int line, int column); ///< 1-based; 0: nothing open
  void setUrl(const QString& url);
  void setProblems(int errors, int warnings); ///< negative: nothing open
  void setPageState(PageState state, const QString& detail = {});
  /// Why a crash would cost unsaved text; "": it would not.
  void setUnsafe(const QString& why);
  PageState pageState() const { return m_state; }
  QString text() const; ///< what is shown, for tests and screen readers

 signals:
  void problemsClicked();

 private:
  void showState();
  void showProblems();

  QLabel* m_words;
  QLabel* m_caret;
  QToolButton* m_problems;
  QLabel* m_unsafe;
  QLabel* m_url;
  QLabel* m_page;
  QTimer m_notFresh;
  bool m_countsProblems = false;
  PageState m_state = PageState::None;
  QString m_detail;
};

} // namespace postwright::ui
