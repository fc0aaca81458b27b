// A file of the site that one does not write here: a layout, an include, data. It can be read, at a line,
// searched, and opened in another program.
#pragma once

#include <QWidget>

class QLabel;
class QTextDocument;

namespace postwright::ui {

class FindBar;
class MarkdownEditor;

class SourceView : public QWidget {
  Q_OBJECT

 public:
  explicit SourceView(QWidget* parent = nullptr);
  ~SourceView() override;

  /// Shows `text` under `name`, with the caret on a 1-based line and column.
  void showFile(const QString& name, const QString& text, int line, int column);
  MarkdownEditor* text() const { return m_text; }
  FindBar* findBar() const { return m_findBar; }

 signals:
  void openExternallyRequested();
  void backRequested(); ///< to the post

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLabel* m_name;
  MarkdownEditor* m_text;
  FindBar* m_findBar;
  QTextDocument* m_document;
};

} // namespace postwright::ui
