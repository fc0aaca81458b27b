// The slim bar above the page: back, forward, reload, the page's final URL, widths, light and dark, the
// network lock, and a menu with the rest. Where it is narrow, only the menu has the widths.
#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QToolButton;
class QMenu;

namespace postwright::ui {

class PageTools;

class PreviewBar : public QWidget {
  Q_OBJECT

 public:
  explicit PreviewBar(const PageTools& tools, QWidget* parent = nullptr);

  QAction* backAction() const { return m_back; }
  QAction* forwardAction() const { return m_forward; }
  QAction* reloadAction() const { return m_reload; }
  QAction* browserAction() const { return m_browser; }
  QAction* networkAction() const { return m_network; }

  /// `url` as shown, the whole public address as a tooltip.
  void setUrl(const QString& url, const QString& address);
  void setNetworkAllowed(bool allowed);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QAction* addAction(const QString& icon, const QString& text, const QKeySequence& shortcut = {});
  void addNavigation();
  void addTools(const PageTools& tools);
  void addNetworkButton();
  void addMenu(const PageTools& tools);
  QToolButton* addButton(QAction* action);

  QAction* m_back = nullptr;
  QAction* m_forward = nullptr;
  QAction* m_reload = nullptr;
  QAction* m_browser = nullptr;
  QAction* m_network = nullptr;
  QLineEdit* m_url = nullptr;
  QList<QToolButton*> m_widths;
  QToolButton* m_networkButton = nullptr;
};

} // namespace postwright::ui
