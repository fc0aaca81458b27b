// The slim bar above the page: back, forward, reload, the page's final URL, the browser, the network lock.
#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QToolButton;

namespace postwright::ui {

class PreviewBar : public QWidget {
  Q_OBJECT

 public:
  explicit PreviewBar(QWidget* parent = nullptr);

  QAction* backAction() const { return m_back; }
  QAction* forwardAction() const { return m_forward; }
  QAction* reloadAction() const { return m_reload; }
  QAction* browserAction() const { return m_browser; }
  QAction* networkAction() const { return m_network; }

  /// `url` as shown, the whole public address as a tooltip.
  void setUrl(const QString& url, const QString& address);
  void setNetworkAllowed(bool allowed);

 private:
  QAction* addAction(const QString& icon, const QString& text, const QKeySequence& shortcut = {});
  void addNetworkButton();

  QAction* m_back;
  QAction* m_forward;
  QAction* m_reload;
  QAction* m_browser = nullptr;
  QAction* m_network = nullptr;
  QLineEdit* m_url;
  QToolButton* m_networkButton = nullptr;
};

} // namespace postwright::ui
