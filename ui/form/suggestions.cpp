#include "ui/form/suggestions.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>
#include <algorithm>

namespace postwright::ui {

Suggestions::Suggestions(QLineEdit* line)
    : QObject(line),
      m_line(line),
      m_model(new QStringListModel(this)),
      m_completer(new QCompleter(m_model, this)) {
  m_completer->setCaseSensitivity(Qt::CaseInsensitive);
  m_completer->setFilterMode(Qt::MatchContains);
  m_completer->setMaxVisibleItems(8);
  m_completer->setWidget(line); // setCompleter() would type the highlighted value into the line
  m_completer->popup()->setProperty("suggestions", true);
  connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &Suggestions::picked);
}

void Suggestions::setValues(const QStringList& values) {
  if (m_model->stringList() != values) m_model->setStringList(values);
}

void Suggestions::offer(const QString& text, const QWidget* anchor) {
  m_completer->setCompletionPrefix(text);
  const bool isExact = m_completer->completionCount() == 1 && m_completer->currentCompletion() == text;
  if (m_completer->completionCount() == 0 || isExact) return hide();
  const QPoint corner = m_line->mapFromGlobal(anchor->mapToGlobal(QPoint(0, 0)));
  const int width = std::max(anchor->width(), 160);
  m_completer->complete(QRect(corner.x(), corner.y(), width, anchor->height()));
  m_completer->popup()->setCurrentIndex({});
}

void Suggestions::hide() {
  m_completer->popup()->hide();
}

bool Suggestions::isOpen() const {
  return m_completer->popup()->isVisible();
}

bool Suggestions::hasSelection() const {
  return isOpen() && m_completer->popup()->currentIndex().isValid();
}

} // namespace postwright::ui
