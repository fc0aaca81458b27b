// The demonstration that needs no person: one edit, one draft toggle, a picture of the window and the
// exported page.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>

namespace postwright::ui {

class MainWindow;

class Demo : public QObject {
  Q_OBJECT

 public:
  Demo(MainWindow& window, QString folder);

  /// Ends the program with 0 when everything was shown and written, with 1 when a step did not come in time.
  void start();

 private:
  void afterPaint(const std::function<void()>& step);
  void edit();
  void toggleDraft();
  void picture();
  void fail(const QString& why);

  MainWindow& m_window;
  QString m_folder;
  QTimer m_deadline;
};

} // namespace postwright::ui
