// What one sees when nothing is open: open a site, a file, the sample; and the sites opened lately.
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace postwright::ui {

class WelcomePage : public QWidget {
  Q_OBJECT

 public:
  explicit WelcomePage(QWidget* parent = nullptr);

  void setRecentSites(const QStringList& folders);
  /// A line above the buttons: why a site could not be opened. Empty: none.
  void setProblem(const QString& text);
  void setBusy(const QString& text); ///< loading; empty: not

 signals:
  void openSiteRequested();
  void openFileRequested();
  void openSampleRequested();
  void siteChosen(const QString& folder);

 private:
  QWidget* makeColumn();
  QWidget* makeButtons();
  QWidget* makeRecent();

  QLabel* m_problem = nullptr;
  QLabel* m_busy = nullptr;
  QWidget* m_recentBox = nullptr;
  QVBoxLayout* m_recent = nullptr;
};

} // namespace postwright::ui
