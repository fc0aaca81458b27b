// The end of a group: a button that becomes a row of name and value, which adds a field.
#pragma once

#include "ui/form/field.h"

class QPushButton;
class QToolButton;

namespace postwright::ui {

class FieldBox;
class LineEdit;
class Suggestions;

class AddField : public Field {
  Q_OBJECT

 public:
  AddField(const Row& row, QWidget* parent);

  void open();
  bool isOpen() const;

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  void mark(bool invalid) override;

 private:
  void buildRow();
  void connectLine(LineEdit* line);
  void close();
  void add();
  QString nameComplaint() const;

  QPushButton* m_button;
  QWidget* m_row;
  FieldBox* m_nameBox;
  LineEdit* m_key;
  LineEdit* m_value;
  QToolButton* m_add;
  QToolButton* m_cancel;
  Suggestions* m_names; ///< what other posts have
  QString m_pending;    ///< said, but not yet seen in the document
};

} // namespace postwright::ui
