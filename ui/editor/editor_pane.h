// The editor with what belongs to it: the reason why a text cannot be changed above it, the find bar below.
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QLabel;

namespace postwright::ui {

class FindBar;
class MarkdownEditor;

class EditorPane : public QWidget {
  Q_OBJECT

 public:
  explicit EditorPane(QWidget* parent = nullptr);

  MarkdownEditor* editor() const { return m_editor; }
  FindBar* findBar() const { return m_findBar; }

  /// Find, Replace, Find Next, Find Previous for the Edit menu, with their keys. They act in the find bar of
  /// findIn(), which is this pane's at first.
  QList<QAction*> findActions() const { return m_findActions; }
  void findIn(FindBar* bar) { m_findsIn = bar; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void buildFindActions();
  void addFindAction(const char* id, const QString& text, const char* keys, const char* iconName,
                     void (FindBar::*order)());
  void showReason(const QString& reason);

  QLabel* m_reason;
  MarkdownEditor* m_editor;
  FindBar* m_findBar;
  FindBar* m_findsIn;
  QList<QAction*> m_findActions;
};

} // namespace postwright::ui
