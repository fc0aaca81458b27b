// The form above the editor: the front matter of one post as fields. The one rule: the text is the truth; the
// form shows a FrontMatterDocument and only asks for changes, and only for what a person changed.
#pragma once

#include <QSet>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <vector>

#include "app/front_matter/edit.h"
#include "ui/form/form_context.h"
#include "ui/form/form_rows.h"
#include "ui/form/form_view.h"

class QScrollArea;

namespace postwright::ui {

class Card;
class CardDrag;
class Field;
class FieldLabel;
class FormBanner;
class FormLayout;
class FormSearch;
class SiteNotice;

/// What a field holds and the document does not.
struct UnsaidText {
  front_matter::Path path; ///< of the field
  QString text;
};

class FrontMatterForm : public QWidget {
  Q_OBJECT

 public:
  explicit FrontMatterForm(QWidget* parent = nullptr);

  using QWidget::show;
  /// Shows the same post's front matter as it is now, in place: only fields that changed are touched, and the
  /// one being typed in keeps focus, caret and selection. A document with a problem leaves the last good
  /// values, read-only, with the problem above them (after a moment, so that typing YAML does not flicker).
  /// Before another post: clear().
  void show(std::shared_ptr<const front_matter::FrontMatterDocument> document, const FormContext& context);
  /// No post: no fields, nothing typed is kept; see unsaid().
  void clear();
  /// What was typed in fields and is not in the text, because it cannot be or is not finished.
  std::vector<UnsaidText> unsaid() const;
  /// Types it once more, where there is still a field for it.
  void retype(const std::vector<UnsaidText>& texts);
  /// Marks the field at `path` with the reason why its last change was not made; what was typed stays.
  void refuse(const front_matter::Path& path, const QString& reason);
  /// Makes the whole form read-only with this reason above it; empty: editable.
  void setReadOnlyReason(const QString& reason);
  /// Headings that are not as they are at first, by name; see groupName().
  void setToggledGroups(const QStringList& names);
  /// Letters (upper case) that no field's mnemonic may be: the menus have them.
  void setTakenMnemonics(const QSet<QChar>& letters);
  /// Gives the field the focus and scrolls it into view, unfolding what hides it; a list's item means its
  /// list.
  void focusField(const front_matter::Path& path);
  /// Pixels that show all fields at the present width.
  int preferredHeight() const;
  /// The field that shows `path`; null when there is none.
  Field* field(const front_matter::Path& path) const;

 signals:
  void scalarEdited(const front_matter::Path& path, const front_matter::Scalar& value);
  void itemAppended(const front_matter::Path& list, const front_matter::Scalar& value);
  void removed(const front_matter::Path& path);
  void keyInserted(const front_matter::Path& map, const QString& key, const front_matter::Scalar& value);
  void draftToggled(bool draft);
  void visitEnded(); ///< the next edit is a new undo step
  void undoRequested();
  void redoRequested();
  void imageDropped(const front_matter::Path& path, const QString& file); ///< a file from outside the site
  void operated(
      const std::vector<front_matter::EditOperation>& operations); ///< all or nothing, one undo step
  void rawEdited(const front_matter::Path& path, const QString& yaml);
  void groupsToggled(const QStringList& names);       ///< see setToggledGroups()
  void lineRequested(int line);                       ///< 1-based, of the file
  void textRequested(const front_matter::Path& path); ///< to change the value there
  void postRequested(const QString& path);            ///< site path of a post that a field names
  void preferredHeightChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Placed {
    Field* field = nullptr;
    FieldLabel* label = nullptr;
    QString name; ///< what it was labelled with; the site may name it otherwise later
    int level = 0;
    bool wide = false;

    bool operator==(const Placed&) const = default;
  };

  void buildScrollArea();
  void connectParts();
  void refreshView();
  void search(const QString& text);
  void toggle(const front_matter::Path& heading);
  void reveal(const front_matter::Path& path);
  void focusRow(const front_matter::Path& path);
  void connectCard(Card* card);
  std::vector<Card*> cardsOf(const front_matter::Path& list) const;
  int endOf(const front_matter::Path& list) const;
  void reconcile(std::vector<Row> rows);
  void showRow(const Placed& placed, const Row& row);
  Placed place(const Row& row, std::vector<Placed>& old);
  Placed makePlaced(const Row& row);
  void connectField(Field* field);
  void discard(const Placed& placed);
  void layOut();
  void assignMnemonics();
  void updateLock();
  void updateScrollBar();
  void showProblem();
  void onFocusChanged(QWidget* old, QWidget* now);
  Field* fieldAround(QWidget* widget) const;
  /// Says it as a visit of its own: one undo step, joined with nothing.
  template <typename Signal, typename... Arguments>
  void sayAlone(Signal signal, const Arguments&... arguments) {
    emit visitEnded();
    emit(this->*signal)(arguments...);
    emit visitEnded();
  }

  QScrollArea* m_scroll;
  QWidget* m_content;
  FormLayout* m_layout;
  FormBanner* m_banner;
  SiteNotice* m_notice;
  FormSearch* m_search;
  CardDrag* m_drag;
  std::vector<Placed> m_placed;
  std::vector<Row> m_rows; ///< all of them, of the last good text
  FormView m_view;
  std::shared_ptr<const front_matter::FrontMatterDocument> m_document;
  FormContext m_context;
  QSet<QChar> m_takenMnemonics;
  QString m_readOnlyReason;
  bool m_isBroken = false; ///< the problem is shown
  QTimer m_problemDelay;
  int m_knownHeight = 0; ///< the preferred height said last
};

} // namespace postwright::ui
