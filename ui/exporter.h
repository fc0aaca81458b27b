// File > Export: asks where to, never overwrites without asking, shows progress, can be cancelled.
#pragma once

#include <QObject>
#include <functional>

#include "app/export/export.h"
#include "ui/document/workspace.h"

class QWidget;

namespace postwright::ui {

class PreviewPane;

enum class ExportKind : std::uint8_t { Html, SelfContained, Pdf, Markdown, Body };

class Exporter : public QObject {
  Q_OBJECT

 public:
  Exporter(Workspace& workspace, PreviewPane& preview, QWidget* window);

  /// Asks for a file (its dialog asks before overwriting), then writes it.
  void exportCurrent(ExportKind kind);
  /// Writes without asking; for the demonstration and for tests.
  void exportTo(ExportKind kind, const QString& file);

 signals:
  void exported(const QString& file);
  void failed(const QString& reason);

 private:
  void writeText(const QString& file, const std::string& text);
  void writePage(ExportKind kind, const QString& file);
  QString suggestedFile(ExportKind kind) const;

  Workspace& m_workspace;
  PreviewPane& m_preview;
  QWidget* m_window;
};

} // namespace postwright::ui
