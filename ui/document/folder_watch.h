// Tells that something below a folder changed: files written in place, replaced, made, removed, in folders
// made later too. One watch a folder, so that a site of thousands of files needs few. What cannot be watched
// (the system's watches are used up) is told of every second instead, for the listener to look itself.
#pragma once

#include <QHash>
#include <QObject>
#include <QSocketNotifier>
#include <QString>
#include <QTimer>
#include <memory>

namespace postwright::ui {

class FolderWatch : public QObject {
  Q_OBJECT

 public:
  explicit FolderWatch(QObject* parent = nullptr);
  ~FolderWatch() override;

  /// Watches `folder` (absolute) and everything below it from now on, hidden folders and `leftOut` (relative,
  /// may be empty) left out, and the files of the folder `beside`, but nothing else.
  void watch(const QString& folder, const QString& leftOut, const QString& beside);
  void clear();
  /// False when folders are left that are looked at every second.
  bool seesAll() const { return !m_poll.isActive(); }

 signals:
  void changed(); ///< often several times for one change

 private:
  void open();
  void close();
  void addTree(const QString& folder);
  void add(const QString& folder);
  void read();
  void take(int watch, quint32 mask, const QString& name);

  int m_descriptor = -1;
  std::unique_ptr<QSocketNotifier> m_notifier;
  QHash<int, QString> m_folders; ///< by watch
  QString m_root;
  QString m_leftOut; ///< absolute
  QTimer m_poll;
};

} // namespace postwright::ui
