// A field whose value is typed as text: every key that leaves a valid value is an edit; an invalid one stays
// in the field, marked, and is not said.
#pragma once

#include "ui/form/field.h"

class QKeyEvent;

namespace postwright::ui {

class FieldBox;

class TypedField : public Field {
  Q_OBJECT

 public:
  TypedField(const Row& row, FieldBox* box, QWidget* parent);

  virtual QString typedText() const = 0;
  QString unsaid() const override;
  void retype(const QString& text) override;

 protected:
  virtual void replaceText(const QString& text) = 0;
  virtual void setPlaceholder(const QString& text) = 0;
  /// Why `text` is not a value for this field; empty when it is one.
  virtual QString complaintAbout(const QString& text) const;

  /// Checks what was typed and says it where it is valid.
  void onTyped();
  /// Puts a value in as if it had been typed.
  void enter(const QString& text);
  /// Keys that every typed field knows (Escape: back to the document's value).
  void onKey(QKeyEvent* event);

  void apply(const FieldState& before, bool isFirst) override;
  void mark(bool invalid) override;
  void showOffered(bool offered) override;
  void addActions(QMenu& menu) override;
  std::optional<front_matter::Content> emptyValue() const override;
  FieldBox* box() const { return m_box; }

 private:
  FieldBox* m_box;
};

} // namespace postwright::ui
