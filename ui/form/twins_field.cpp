#include "ui/form/twins_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/form/field_box.h"
#include "ui/form/line_edit.h"

namespace postwright::ui {

TwinsField::TwinsField(const Row& row, QWidget* parent) : Field(row, parent) {
  for (qsizetype i = 0; i < row.state.items.size(); ++i)
    m_twins.push_back(makeTwin(static_cast<std::size_t>(i)));
}

TwinsField::Twin TwinsField::makeTwin(std::size_t index) {
  Twin twin{new LineEdit, new QLabel, new QPushButton(tr("Keep this one"))};
  auto* box = new FieldBox;
  twin.mark->setProperty("faint", true);
  box->add(twin.line, 1);
  box->add(twin.mark);
  box->setEditor(twin.line);
  box->setLocked(true);
  twin.line->setReadOnly(true);
  twin.keep->setProperty("link", true);
  twin.keep->setCursor(Qt::PointingHandCursor);
  auto* line = new QHBoxLayout;
  line->setSpacing(metrics::kSpaceS);
  line->addWidget(box, 1);
  line->addWidget(twin.keep);
  column()->insertLayout(static_cast<int>(index), line);
  adopt(twin.line);
  adopt(twin.keep);
  connect(twin.keep, &QPushButton::clicked, this, [this, index] { keep(index); });
  return twin;
}

void TwinsField::apply(const FieldState&, bool) {
  const QStringList& values = state().items;
  for (std::size_t i = m_twins.size(); i < static_cast<std::size_t>(values.size()); ++i)
    m_twins.push_back(makeTwin(i));
  for (std::size_t i = 0; i < m_twins.size(); ++i) {
    const QString value = values.value(static_cast<qsizetype>(i));
    const bool isThere = static_cast<qsizetype>(i) < values.size();
    m_twins[i].line->parentWidget()->setVisible(isThere);
    m_twins[i].keep->setVisible(isThere);
    m_twins[i].line->replaceText(value);
    const QString mark = state().details.value(static_cast<qsizetype>(i));
    m_twins[i].mark->setText(mark);
    m_twins[i].mark->setVisible(isThere && !mark.isEmpty());
    m_twins[i].line->setAccessibleName(tr("%1, value %2 of %3").arg(name()).arg(i + 1).arg(values.size()));
    m_twins[i].keep->setAccessibleName(tr("Keep %1 as %2").arg(value, name()));
  }
}

void TwinsField::applyLock(bool locked) {
  for (const Twin& twin : m_twins)
    twin.keep->setEnabled(!locked);
}

void TwinsField::keep(std::size_t index) {
  std::vector<front_matter::EditOperation> operations;
  for (std::size_t i = static_cast<std::size_t>(state().items.size());
       i-- > 0;) { // from the end: numbers stay
    if (i == index) continue;
    front_matter::EditOperation removal;
    removal.kind = front_matter::OperationKind::RemoveTwin;
    removal.path = path();
    removal.index = i;
    operations.push_back(removal);
  }
  emit operated(operations);
}

} // namespace postwright::ui
