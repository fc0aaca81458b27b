// The widgets of the rows: kept where a row stays, made and thrown away where it comes and goes.
#include <QApplication>
#include <algorithm>
#include <utility>

#include "ui/form/card.h"
#include "ui/form/card_drag.h"
#include "ui/form/field.h"
#include "ui/form/field_factory.h"
#include "ui/form/field_label.h"
#include "ui/form/form_layout.h"
#include "ui/form/front_matter_form.h"
#include "ui/form/mnemonic.h"
#include "ui/form/row_kinds.h"

namespace postwright::ui {

using front_matter::Path;

void FrontMatterForm::reconcile(std::vector<Row> rows) {
  std::vector<Placed> old = m_placed;
  std::vector<Placed> now;
  now.reserve(rows.size());
  for (const Row& row : rows)
    now.push_back(place(row, old));
  const bool changed = now != m_placed;
  m_placed = std::move(now);
  for (const Placed& placed : old)
    discard(placed);
  if (changed) layOut();
  for (std::size_t i = 0; i < rows.size(); ++i) // after laying out: new fields are measured with their values
    showRow(m_placed[i], rows[i]);
}

void FrontMatterForm::showRow(const Placed& placed, const Row& row) {
  placed.field->setState(row.state, row.removable);
  if (placed.label != nullptr) placed.label->describe(row.state.offered, row.state.help);
}

/// The widgets for `row`: those it had, taken out of `old`, or new ones.
FrontMatterForm::Placed FrontMatterForm::place(const Row& row, std::vector<Placed>& old) {
  const auto found = std::find_if(old.begin(), old.end(), [&row](const Placed& placed) {
    return placed.field->path() == row.path && isSameRow(placed.field->kind(), row.kind);
  });
  if (found == old.end()) return makePlaced(row);
  const bool isFocused = found->field->hasFocusInside();
  const bool isSame = found->field->kind() == row.kind && (isFocused || found->name == row.label);
  // Where one types, a value that grows long or becomes an image's name must not change the widget.
  const bool keeps = isSame || (isFocused && isTyped(found->field->kind()) && isTyped(row.kind));
  if (!keeps) return makePlaced(row);
  Placed kept = *found;
  old.erase(found);
  if (!isFocused) kept.wide = row.wide;
  kept.level = row.level;
  return kept;
}

FrontMatterForm::Placed FrontMatterForm::makePlaced(const Row& row) {
  Placed placed{makeField(row, m_content), nullptr, row.label, row.level, row.wide};
  connectField(placed.field);
  placed.field->setLocked(m_isBroken || !m_readOnlyReason.isEmpty());
  if (!hasLabel(row.kind)) return placed;
  placed.label = new FieldLabel(row.label, m_content);
  placed.label->setBuddy(placed.field->editor());
  connect(placed.label, &FieldLabel::menuRequested, placed.field,
          [field = placed.field](QPoint at) { field->openMenu(at); });
  return placed;
}

void FrontMatterForm::discard(const Placed& placed) {
  for (QWidget* widget : {static_cast<QWidget*>(placed.field), static_cast<QWidget*>(placed.label)}) {
    if (widget == nullptr) continue;
    widget->hide();
    widget->deleteLater(); // it may be the one that is speaking
  }
}

void FrontMatterForm::layOut() {
  std::vector<FormCell> cells;
  cells.reserve(m_placed.size());
  QWidget* before = nullptr;
  for (const Placed& placed : m_placed) {
    cells.push_back({placed.label, placed.field, placeOf(placed.field->kind(), placed.wide), placed.level});
    if (placed.label != nullptr) placed.label->show();
    placed.field->show();
    for (QWidget* editor : placed.field->editors()) {
      if (before != nullptr) setTabOrder(before, editor);
      before = editor;
    }
  }
  m_layout->setCells(cells);
  assignMnemonics();
}

void FrontMatterForm::setTakenMnemonics(const QSet<QChar>& letters) {
  m_takenMnemonics = letters;
  assignMnemonics();
}

void FrontMatterForm::assignMnemonics() {
  std::vector<const Placed*> named;
  QStringList names;
  for (const Placed& placed : m_placed) {
    const bool isLead = placeOf(placed.field->kind(), placed.wide) == Place::Lead;
    if (placed.label == nullptr && !isLead) continue;
    named.push_back(&placed);
    names << placed.name;
  }
  const QStringList assigned = withMnemonics(names, m_takenMnemonics);
  for (std::size_t i = 0; i < named.size(); ++i) {
    const QString& label = assigned[static_cast<qsizetype>(i)];
    if (named[i]->label != nullptr) {
      named[i]->label->setMnemonic(label);
    } else {
      named[i]->field->setMnemonic(label);
    }
  }
}

void FrontMatterForm::connectField(Field* field) {
  using Form = FrontMatterForm;
  connect(field, &Field::scalarEdited, this, [this](const Path& path, const front_matter::Scalar& value) {
    if (value.type == front_matter::ScalarType::Bool) return sayAlone(&Form::scalarEdited, path, value);
    emit scalarEdited(path, value);
  });
  connect(field, &Field::itemAppended, this, [this](const Path& list, const front_matter::Scalar& value) {
    sayAlone(&Form::itemAppended, list, value);
  });
  connect(field, &Field::removed, this, [this](const Path& path) { sayAlone(&Form::removed, path); });
  connect(field, &Field::keyInserted, this,
          [this](const Path& map, const QString& key, const front_matter::Scalar& value) {
            sayAlone(&Form::keyInserted, map, key, value);
          });
  connect(field, &Field::draftToggled, this, [this](bool draft) { sayAlone(&Form::draftToggled, draft); });
  connect(field, &Field::operated, this,
          [this](const auto& operations) { sayAlone(&Form::operated, operations); });
  connect(field, &Field::rawEdited, this, &Form::rawEdited);
  connect(field, &Field::foldToggled, this, [this, field] { toggle(field->path()); });
  connect(field, &Field::focusWanted, this, &Form::focusRow);
  if (auto* card = qobject_cast<Card*>(field)) connectCard(card);
  connect(field, &Field::undoRequested, this, &Form::undoRequested);
  connect(field, &Field::redoRequested, this, &Form::redoRequested);
  connect(field, &Field::imageDropped, this, &Form::imageDropped);
  connect(field, &Field::textRequested, this, &Form::textRequested);
  connect(field, &Field::postRequested, this, &Form::postRequested);
}

void FrontMatterForm::connectCard(Card* card) {
  connect(card, &Card::dragged, this, [this, card](const QPoint& at) {
    m_drag->drag(*card, cardsOf(card->list()), endOf(card->list()), at);
  });
  connect(card, &Card::dropped, this, [this, card](const QPoint& at) {
    m_drag->drop(*card, cardsOf(card->list()), endOf(card->list()), at);
  });
}

std::vector<Card*> FrontMatterForm::cardsOf(const Path& list) const {
  std::vector<Card*> cards;
  for (const Placed& placed : m_placed) {
    auto* card = qobject_cast<Card*>(placed.field);
    if (card != nullptr && card->list() == list) cards.push_back(card);
  }
  return cards;
}

/// Where the last field of the list ends: above its "Add an item".
int FrontMatterForm::endOf(const Path& list) const {
  for (const Placed& placed : m_placed)
    if (placed.field->kind() == FieldKind::AddItem && placed.field->path() == list) return placed.field->y();
  return m_content->height();
}

} // namespace postwright::ui
