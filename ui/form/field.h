// One field of the form: shows a FieldState and asks for changes. The one rule: nothing is emitted but what a
// person did in this field, and what the document says is shown only where it changed.
#pragma once

#include <QKeySequence>
#include <QPointer>
#include <QWidget>
#include <vector>

#include "app/front_matter/edit.h"
#include "ui/form/form_rows.h"

class QMenu;
class QVBoxLayout;

namespace postwright::ui {

class FieldNote;

class Field : public QWidget {
  Q_OBJECT

 public:
  Field(const Row& row, QWidget* parent);

  FieldKind kind() const { return m_kind; }
  const front_matter::Path& path() const { return m_path; }
  const FieldState& state() const { return m_state; }

  /// Shows what the document says. Nothing is touched that is shown already; a text that is being typed stays
  /// unless the document's own value changed.
  void setState(const FieldState& state, bool removable);
  /// Drops what was typed and every mark: the next state is another post's.
  void forget();
  /// The whole form is read-only, or not.
  void setLocked(bool locked);
  /// Marks the field with the reason why its last change was not made; what was typed stays.
  void refuse(const QString& reason);
  /// What was typed here and is not in the document, because it cannot be or is not finished; else empty.
  virtual QString unsaid() const { return {}; }
  /// Types what unsaid() gave once more.
  virtual void retype(const QString& text) { Q_UNUSED(text) }
  /// Whether the field shows a reason of its own why its text is not in the document.
  bool isInvalid() const { return !m_complaint.isEmpty() || !m_refusal.isEmpty(); }
  /// The line under the field; empty when there is none.
  QString note() const;

  /// Where the focus goes; also the label's buddy. Nothing for a heading.
  QWidget* editor() const { return m_editors.empty() ? nullptr : m_editors.front(); }
  const std::vector<QWidget*>& editors() const { return m_editors; } ///< in tab order
  void openMenu(const QPoint& global, QMenu* base = nullptr);
  /// Adds the field's entries: its own, then those that every field has.
  void fillMenu(QMenu& menu);
  bool hasFocusInside() const;
  /// Takes the mnemonic of `label`, which has `&` before it: for a field that has no label beside it. The
  /// tooltip tells it, and screen readers.
  void setMnemonic(const QString& label);
  const QKeySequence& mnemonic() const { return m_mnemonic; }

 signals:
  void scalarEdited(const front_matter::Path& path, const front_matter::Scalar& value);
  void itemAppended(const front_matter::Path& list, const front_matter::Scalar& value);
  void removed(const front_matter::Path& path);
  void keyInserted(const front_matter::Path& map, const QString& key, const front_matter::Scalar& value);
  void draftToggled(bool draft);
  void undoRequested();
  void redoRequested();
  void imageDropped(const front_matter::Path& path, const QString& file);
  void operated(
      const std::vector<front_matter::EditOperation>& operations); ///< all or nothing, one undo step
  void rawEdited(const front_matter::Path& path, const QString& yaml);
  void foldToggled();                                 ///< of a heading
  void textRequested(const front_matter::Path& path); ///< to change the value there
  void postRequested(const QString& path);            ///< site path of a post that is named
  void focusWanted(const front_matter::Path& path);   ///< of a field that was just made

 protected:
  /// Brings the widgets from `before` to state(). `isFirst`: nothing was shown yet.
  virtual void apply(const FieldState& before, bool isFirst) = 0;
  /// Makes the widgets editable or not; see isLocked().
  virtual void applyLock(bool locked) = 0;
  /// The mark of an invalid value, if the field has a frame.
  virtual void mark(bool invalid) { Q_UNUSED(invalid) }
  /// The look of a field that the text does not have.
  virtual void showOffered(bool offered) { Q_UNUSED(offered) }
  /// The value that has nothing in it, of the field's own shape; nothing where there is none.
  virtual std::optional<front_matter::Content> emptyValue() const { return std::nullopt; }
  /// Adds the field's own entries, above the common ones.
  virtual void addActions(QMenu& menu) { Q_UNUSED(menu) }

  bool isLocked() const { return m_locked || !m_state.readOnly.isEmpty(); }
  QVBoxLayout* column() const { return m_column; }
  const QString& name() const { return m_name; }
  void adopt(QWidget* editor);
  /// Why what is typed is not emitted; empty: nothing wrong. `isOfDocument`: it is what the text has, so that
  /// a remark that puts it right says more.
  void setComplaint(const QString& reason, bool isOfDocument = false);
  void clearRefusal();
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void updateNote();
  void addAbsences(QMenu& menu);
  void describe(const QString& note);

  FieldKind m_kind;
  front_matter::Path m_path;
  QString m_name; ///< the label without its mnemonic
  FieldState m_state;
  bool m_isShown = false;
  bool m_removable = false;
  bool m_locked = false;
  QString m_complaint;
  bool m_complainsOfDocument = false;
  QString m_refusal;
  QKeySequence m_mnemonic;
  int m_shortcut = 0;
  QVBoxLayout* m_column;
  FieldNote* m_note = nullptr;
  std::vector<QWidget*> m_editors;
};

} // namespace postwright::ui
