// The middle of the window: the form above the text of one post, and the bars that say what is wrong with the
// file. Here form, editor and buffer meet: a field's edit becomes a text edit, and every text edit is shown
// in the form.
#pragma once

#include <QHash>
#include <QWidget>

#include "ui/document/workspace.h"
#include "ui/editor/editor_pane.h"
#include "ui/editor/markdown_editor.h"
#include "ui/form/front_matter_form.h"
#include "ui/session_state.h"
#include "ui/site_form_cache.h"

class QScrollArea;
class QSplitter;

namespace postwright::ui {

class Cover;
class MessageBar;
class SourceTabs;
class SourceView;
struct SourcePlace;

class EditingView : public QWidget {
  Q_OBJECT

 public:
  EditingView(Workspace& workspace, SessionState& state, QWidget* parent = nullptr);

  /// Shows the buffer where one left it; null: nothing.
  void show(PostBuffer* buffer);
  PostBuffer* buffer() const { return m_buffer; }
  EditorPane* pane() const { return m_pane; }
  MarkdownEditor* editor() const { return m_pane->editor(); }
  /// The text one sees: the post's, or that of a file of the site.
  MarkdownEditor* shownText() const;
  FrontMatterForm* form() const { return m_form; }
  QSplitter* splitter() const { return m_splitter; }
  /// The splitter's sizes are the user's: the form no longer takes the height it wants.
  void keepSizes() { m_formWasSized = true; }
  bool hasOwnSizes() const { return m_formWasSized; }
  void setFormVisible(bool visible);
  /// Above the text, for what is offered to be put into it.
  MessageBar* offerBar() const { return m_offerBar; }

  void refreshForm();
  /// Writes carets and scroll positions of everything open into the session state.
  void rememberPlaces();
  /// A post for which a field holds text that is not in the post, the one shown first; null when there is
  /// none.
  PostBuffer* postWithUnsaidText() const;
  /// Gives the focus to such a field of the post that is shown.
  void goToUnsaidText();
  /// `line` and `column` are 1-based.
  void goTo(int line, int column);
  /// The caret goes to the value of the front matter's field, the nearest there is.
  void goToText(const front_matter::Path& path);
  /// Shows a file of the site for reading, in a tab beside the post's. `file` is absolute, `name` what it is
  /// called.
  void showSource(const QString& file, const QString& name, int line, int column);
  /// Back to the post's tab.
  void showPost();
  SourceView* sourceView() const { return m_source; }
  SourceTabs* tabs() const { return m_tabs; }
  void setDraft(bool draft);

  void showConflict(PostBuffer* buffer);
  void showRestored();
  void showSaveError(const Error& error);
  /// What the generator has to say about the front matter that is shown; the fields have it too.
  const std::vector<front_matter::FieldAdvice>& advice() const { return m_advice; }
  /// Changes the front matter, all or nothing, as one undo step.
  void operate(const std::vector<front_matter::EditOperation>& operations);
  /// Underlines those that stand in the file shown.
  void showProblems(const Diagnostics& diagnostics);

 signals:
  void caretMoved(int line, int column);
  void fileDropped(const QString& file);
  void overwriteRequested();
  void newPostRequested();
  void postRequested(const QString& path); ///< site path of a post that a field names

 private:
  void connectForm();
  void connectFileBar();
  void buildSource();
  void updateCover();
  void readSource(const SourcePlace& place);
  void leaveSource();
  void fitForm();
  void leave();
  void keepPlace();
  void restorePlace();
  void report(const front_matter::Path& path, const std::optional<front_matter::Refusal>& refusal);
  FormContext contextOf(const PostBuffer& buffer);
  void applyReadOnly();
  void addSiteContext(const site::Document& document, FormContext& context);

  Workspace& m_workspace;
  SessionState& m_state;
  PostBuffer* m_buffer = nullptr;
  QSplitter* m_splitter = nullptr;
  FrontMatterForm* m_form = nullptr;
  EditorPane* m_pane = nullptr;
  SiteFormCache m_siteForms;
  std::vector<front_matter::FieldAdvice> m_advice;
  FrontMatterPointer m_shownFrontMatter; ///< with m_shownSite: what the form shows
  site::SitePointer m_shownSite;
  Cover* m_cover = nullptr; ///< in place of form and text while there is no post
  SourceView* m_source = nullptr;
  SourceTabs* m_tabs = nullptr;
  bool m_formWasSized = false;
  MessageBar* m_fileBar = nullptr;
  MessageBar* m_offerBar = nullptr;
  QHash<PostBuffer*, EditorPlace> m_places;
  QHash<PostBuffer*, std::vector<UnsaidText>> m_unsaid; ///< of posts that are not shown
};

} // namespace postwright::ui
