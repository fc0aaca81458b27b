#include "ui/status_line.h"

#include <algorithm>
#include <array>

#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

constexpr int kPatienceMs = 300;
constexpr qsizetype kWordsPerMinute = 220;

QLabel* makeLabel(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setAccessibleName(name);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent),
      m_words(makeLabel(tr("Words and reading time"), this)),
      m_caret(makeLabel(tr("Line and column"), this)),
      m_problems(new QToolButton(this)),
      m_unsafe(makeLabel(tr("State of unsaved text"), this)),
      m_url(makeLabel(tr("URL of the post"), this)),
      m_page(makeLabel(tr("State of the page"), this)) {
  setSizeGripEnabled(false);
  setContentsMargins(metrics::kSpaceS, 0, metrics::kSpaceS, 0);
  addWidget(m_words);
  addWidget(m_caret);
  addWidget(m_problems);
  m_problems->setObjectName(QStringLiteral("problemCount"));
  m_problems->setToolTip(tr("List the problems of the page"));
  connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
  connect(this, &QStatusBar::messageChanged, this, &StatusLine::showProblems);
  setProblems(-1, 0);
  addPermanentWidget(m_unsafe);
  m_unsafe->hide();
  addPermanentWidget(m_url);
  addPermanentWidget(m_page);
  m_notFresh.setSingleShot(true);
  m_notFresh.setInterval(kPatienceMs);
  connect(&m_notFresh, &QTimer::timeout, this, &StatusLine::showState);
}

void StatusLine::setWords(qsizetype words) {
  const qsizetype minutes = std::max<qsizetype>(1, (words + kWordsPerMinute / 2) / kWordsPerMinute);
  m_words->setText(words < 0 ? QString()
                             : (words == 1 ? tr("1 word") : tr("%1 words").arg(words)) +
                                   QStringLiteral(" · ") + tr("%1 min").arg(minutes));
}

void StatusLine::setCaret(int line, int column) {
  m_caret->setText(line > 0 ? tr("Ln %1, Col %2").arg(line).arg(column) : QString());
}

void StatusLine::setUrl(const QString& url) {
  m_url->setText(url);
}

void StatusLine::setProblems(int errors, int warnings) {
  QStringList parts;
  if (errors > 0) parts << (errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors));
  if (warnings > 0) parts << (warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(warnings));
  m_countsProblems = errors >= 0;
  showProblems();
  m_problems->setText(parts.isEmpty() ? tr("no problems") : parts.join(QStringLiteral(", ")));
  m_problems->setStyleSheet(
      QStringLiteral("color: %1").arg(color(errors > 0 ? Role::Bad : Role::Dim).name()));
}

/// Not while a message stands in its place.
void StatusLine::showProblems() {
  m_problems->setVisible(m_countsProblems && currentMessage().isEmpty());
}

void StatusLine::setPageState(PageState state, const QString& detail) {
  m_state = state;
  m_detail = detail;
  if (state != PageState::Rendering) {
    m_notFresh.stop();
    showState();
  } else if (!m_notFresh.isActive()) {
    m_notFresh.start();
  }
}

void StatusLine::setUnsafe(const QString& why) {
  m_unsafe->setVisible(!why.isEmpty());
  m_unsafe->setText(why.isEmpty() ? QString() : tr("unsaved text is not safe"));
  m_unsafe->setToolTip(why.isEmpty() ? QString() : tr("A crash would cost it: %1").arg(why));
  m_unsafe->setStyleSheet(QStringLiteral("color: %1").arg(color(Role::Bad).name()));
}

void StatusLine::showState() {
  struct Look {
    QString text;
    Role role;
  };
  const std::array<Look, 4> looks = {Look{QString(), Role::Dim}, Look{tr("● page fresh"), Role::Good},
                                     Look{tr("rendering…"), Role::Dim},
                                     Look{tr("page held back"), Role::Bad}};
  const Look& look = looks[static_cast<std::size_t>(m_state)];
  const bool hasNote = m_state == PageState::Fresh && !m_detail.isEmpty();
  m_page->setText(hasNote ? look.text + QStringLiteral(" · ") + m_detail : look.text);
  m_page->setToolTip(m_detail);
  m_page->setStyleSheet(QStringLiteral("color: %1").arg(color(look.role).name()));
}

QString StatusLine::text() const {
  return QStringList{m_words->text(),  m_caret->text(), m_problems->text(),
                     m_unsafe->text(), m_url->text(),   m_page->text()}
      .join(QLatin1Char('|'));
}

} // namespace postwright::ui
