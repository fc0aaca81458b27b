#include "ui/editor/find_bar.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QToolButton>
#include <algorithm>
#include <iterator>

#include "ui/base/icons.h"
#include "ui/editor/clipboard_text.h"
#include "ui/editor/edit_step.h"
#include "ui/editor/markdown_editor.h"

namespace postwright::ui {
namespace {

constexpr int kLongestSuggestion = 200; ///< a longer selection is not what one looks for

void setInvalid(QLineEdit* field, bool invalid) {
  if (field->property("invalid").toBool() == invalid) return;
  field->setProperty("invalid", invalid);
  field->style()->unpolish(field);
  field->style()->polish(field);
}

} // namespace

FindBar::FindBar(MarkdownEditor* editor, QWidget* parent) : QFrame(parent), m_editor(editor) {
  setObjectName(QStringLiteral("findBar"));
  setAccessibleName(tr("Find and replace"));
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(0);
  buildFields();
  buildButtons();
  arrange();
  connectAll();
  hide();
}

void FindBar::buildFields() {
  m_find = new QLineEdit(this);
  m_find->setPlaceholderText(tr("Find"));
  m_find->setAccessibleName(tr("Find"));
  m_with = new QLineEdit(this);
  m_with->setPlaceholderText(tr("Replace with"));
  m_with->setAccessibleName(tr("Replace with"));
  m_count = new QLabel(this);
  m_count->setProperty("dim", true);
  m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_error = new QLabel(this);
  m_error->setProperty("bad", true);
  m_error->setWordWrap(true);
  m_error->hide();
}

QToolButton* FindBar::makeToggle(const QString& text, const QString& tip) {
  auto* button = new QToolButton(this);
  button->setText(text);
  button->setCheckable(true);
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  button->setFixedSize(metrics::kControlHeight, metrics::kControlHeight);
  connect(button, &QToolButton::toggled, this, &FindBar::queryChanged);
  return button;
}

QToolButton* FindBar::makeButton(const QString& iconName, const QString& tip) {
  auto* button = new QToolButton(this);
  button->setIcon(icon(iconName));
  button->setIconSize({metrics::kIcon, metrics::kIcon});
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  button->setFixedSize(metrics::kControlHeight, metrics::kControlHeight);
  return button;
}

void FindBar::buildButtons() {
  m_case = makeToggle(QStringLiteral("Aa"), tr("Match case"));
  m_words = makeToggle(QStringLiteral("W"), tr("Whole words"));
  m_pattern = makeToggle(QStringLiteral(".*"), tr("Regular expression"));
  m_previous = makeButton(QStringLiteral("go-up"), tr("Previous match (Shift+F3)"));
  m_next = makeButton(QStringLiteral("go-down"), tr("Next match (F3)"));
  m_close = makeButton(QStringLiteral("window-close"), tr("Close (Esc)"));
  m_replace = new QPushButton(tr("Replace"), this);
  m_replace->setToolTip(tr("Replace this match (Enter)"));
  m_replaceAll = new QPushButton(tr("Replace all"), this);
  m_replaceAll->setToolTip(tr("Replace every match in the text"));
}

void FindBar::arrange() {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(metrics::kSpaceM, metrics::kSpaceS, metrics::kSpaceS, metrics::kSpaceS);
  rows->setSpacing(metrics::kSpaceS);
  auto* find = new QHBoxLayout;
  find->setSpacing(2);
  find->addWidget(m_find, 1);
  find->addSpacing(metrics::kSpaceXs);
  for (QToolButton* button : {m_case, m_words, m_pattern, m_previous, m_next, m_close})
    find->addWidget(button);
  auto* with = new QHBoxLayout;
  with->setSpacing(metrics::kSpaceS);
  with->addWidget(m_with, 1);
  with->addWidget(m_replace);
  with->addWidget(m_replaceAll);
  rows->addLayout(find);
  rows->addWidget(m_error);
  rows->addLayout(with);
  // the count stands in the field, where one looks
  auto* inside = new QHBoxLayout(m_find);
  inside->setContentsMargins(metrics::kSpaceS, 0, metrics::kSpaceS, 0);
  inside->addStretch();
  inside->addWidget(m_count);
  m_find->setMinimumWidth(90);
  m_with->setMinimumWidth(60);
}

void FindBar::connectAll() {
  connect(m_find, &QLineEdit::textChanged, this, &FindBar::queryChanged);
  connect(m_with, &QLineEdit::returnPressed, this, &FindBar::replace);
  connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
  connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
  connect(m_close, &QToolButton::clicked, this, &FindBar::close);
  connect(m_replace, &QPushButton::clicked, this, &FindBar::replace);
  connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
  connect(&m_refresh, &QTimer::timeout, this, &FindBar::searchAgain);
  const auto refresh = [this] {
    if (isVisible()) m_refresh.start();
  };
  connect(m_editor, &MarkdownEditor::textChanged, this, refresh);
  connect(m_editor, &MarkdownEditor::documentShown, this, &FindBar::forgetReplaced);
  connect(m_editor, &MarkdownEditor::documentShown, this, refresh);
  connect(m_editor, &MarkdownEditor::caretMoved, this, [this] {
    if (isVisible() && !m_refresh.isActive()) showCount();
  });
}

SearchQuery FindBar::query() const {
  return {m_find->text(), m_case->isChecked(), m_words->isChecked(), m_pattern->isChecked()};
}

void FindBar::openFind() {
  open(m_with->isVisible());
}

void FindBar::openReplace() {
  open(true);
}

void FindBar::open(bool withReplace) {
  const QString selected = selectedText(m_editor->textCursor());
  m_origin = m_editor->textCursor().selectionStart();
  forgetReplaced();
  for (QWidget* widget : {static_cast<QWidget*>(m_with), static_cast<QWidget*>(m_replace),
                          static_cast<QWidget*>(m_replaceAll)}) {
    widget->setVisible(withReplace);
    widget->setEnabled(!m_editor->isReadOnly());
  }
  show();
  const bool isSuggestion =
      !selected.isEmpty() && selected.size() <= kLongestSuggestion && !selected.contains(u'\n');
  if (isSuggestion) m_find->setText(m_pattern->isChecked() ? QRegularExpression::escape(selected) : selected);
  m_find->setFocus(Qt::ShortcutFocusReason);
  m_find->selectAll();
  searchAgain();
}

void FindBar::close() {
  hide();
  m_editor->setMatches({});
  m_editor->setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape) {
    close();
  } else if (isEnter && m_find->hasFocus()) {
    step(!(event->modifiers() & Qt::ShiftModifier));
  } else {
    QFrame::keyPressEvent(event);
  }
}

/// The field changed: the match nearest to where the search began.
void FindBar::queryChanged() {
  forgetReplaced();
  searchAgain();
  const auto& matches = m_result.matches;
  if (matches.empty()) return;
  auto match = std::lower_bound(matches.begin(), matches.end(), m_origin,
                                [](const TextRange& range, int origin) { return range.from < origin; });
  select(match == matches.end() ? matches.front() : *match);
}

void FindBar::searchAgain() {
  m_refresh.stop();
  m_result = search(searchableText(*m_editor->document()), query());
  if (isVisible()) m_editor->setMatches(m_result.matches);
  m_error->setText(m_result.error);
  m_error->setVisible(!m_result.error.isEmpty());
  showCount();
}

int FindBar::currentMatch() const {
  const QTextCursor cursor = m_editor->textCursor();
  const TextRange selected{cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()};
  const auto found = std::lower_bound(m_result.matches.begin(), m_result.matches.end(), selected.from,
                                      [](const TextRange& range, int from) { return range.from < from; });
  const bool isMatch = found != m_result.matches.end() && *found == selected;
  return isMatch ? static_cast<int>(found - m_result.matches.begin()) : -1;
}

void FindBar::showCount(int replaced) {
  const auto count = static_cast<int>(m_result.matches.size());
  const bool isMissing = !m_find->text().isEmpty() && count == 0;
  const int current = currentMatch();
  QString text;
  if (replaced >= 0) {
    text = tr("%1 replaced").arg(replaced);
  } else if (isMissing) {
    text = m_result.error.isEmpty() ? tr("No matches") : QString();
  } else if (current >= 0) {
    text = tr("%1 of %2").arg(current + 1).arg(count);
  } else if (count > 0) {
    text = count == 1 ? tr("1 match") : tr("%1 matches").arg(count);
  }
  m_count->setText(text);
  m_find->setTextMargins(0, 0, text.isEmpty() ? 0 : m_count->sizeHint().width() + metrics::kSpaceXs, 0);
  setInvalid(m_find, isMissing && replaced < 0);
  for (QWidget* button : {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next)})
    button->setEnabled(count > 0);
  m_replace->setEnabled(count > 0 && !m_editor->isReadOnly());
  m_replaceAll->setEnabled(count > 0 && !m_editor->isReadOnly());
}

void FindBar::select(const TextRange& match) {
  m_editor->select(match);
}

void FindBar::findNext() {
  step(true);
}

void FindBar::findPrevious() {
  step(false);
}

void FindBar::step(bool forwards) {
  if (m_find->text().isEmpty()) {
    openFind();
    return;
  }
  searchAgain();
  const auto& matches = m_result.matches;
  if (matches.empty()) return;
  const QTextCursor cursor = m_editor->textCursor();
  if (forwards) {
    const int from = currentMatch() >= 0 ? cursor.selectionEnd() : cursor.selectionStart();
    const auto next = std::lower_bound(matches.begin(), matches.end(), from,
                                       [](const TextRange& range, int at) { return range.from < at; });
    select(next == matches.end() ? matches.front() : *next);
  } else {
    const auto after = std::lower_bound(matches.begin(), matches.end(), cursor.selectionStart(),
                                        [](const TextRange& range, int at) { return range.end() <= at; });
    select(after == matches.begin() ? matches.back() : *(after - 1));
  }
  m_origin = m_editor->textCursor().selectionStart();
}

void FindBar::replace() {
  searchAgain();
  const int current = currentMatch();
  if (current >= 0 && !m_editor->isReadOnly()) {
    const Replacement replacement(searchableText(*m_editor->document()), query(), m_with->text());
    const QString with = replacement.of(m_result.matches[static_cast<std::size_t>(current)]);
    m_editor->edit([this, &with](QTextCursor& cursor) {
      const EditStep step(cursor);
      const int from = cursor.selectionStart();
      cursor.insertText(with);
      m_replaced.emplace_back(cursor.document());
      m_replaced.back().setPosition(from);
      m_replaced.back().setPosition(cursor.position(), QTextCursor::KeepAnchor);
      return true;
    });
  }
  goToNextToReplace();
}

/// Like step(true), but beyond the matches that lie in what Replace has put in.
void FindBar::goToNextToReplace() {
  searchAgain();
  std::vector<TextRange> left;
  std::copy_if(m_result.matches.begin(), m_result.matches.end(), std::back_inserter(left),
               [this](const TextRange& match) { return !wasReplaced(match); });
  if (left.empty()) {
    if (!m_replaced.empty()) showCount(static_cast<int>(m_replaced.size()));
    return;
  }
  const int from = m_editor->textCursor().selectionStart();
  const auto next = std::lower_bound(left.begin(), left.end(), from,
                                     [](const TextRange& range, int at) { return range.from < at; });
  select(next == left.end() ? left.front() : *next);
}

bool FindBar::wasReplaced(const TextRange& match) const {
  return std::any_of(m_replaced.begin(), m_replaced.end(), [&match](const QTextCursor& put) {
    return put.selectionStart() < match.end() && match.from < put.selectionEnd();
  });
}

void FindBar::forgetReplaced() {
  m_replaced.clear();
}

void FindBar::replaceAll() {
  searchAgain();
  if (m_editor->isReadOnly() || m_result.matches.empty()) return;
  const Replacement replacement(searchableText(*m_editor->document()), query(), m_with->text());
  const auto count = static_cast<int>(m_result.matches.size());
  m_editor->edit([&](QTextCursor& cursor) {
    const EditStep step(cursor);
    QTextCursor at(cursor);
    // from the end: what is before a match keeps its place
    for (auto match = m_result.matches.rbegin(); match != m_result.matches.rend(); ++match) {
      at.setPosition(match->from);
      at.setPosition(match->end(), QTextCursor::KeepAnchor);
      at.insertText(replacement.of(*match));
    }
    cursor.clearSelection();
    return true;
  });
  searchAgain();
  showCount(count);
}

} // namespace postwright::ui
