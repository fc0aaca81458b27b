// What our script in the page may tell the program. It is published in the script's own world only, so the
// page's scripts cannot reach it.
#pragma once

#include <QObject>

namespace postwright::ui {

class PageBridge : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

 public slots:
  /// The document of load number `load` is parsed and paired with its source.
  void reportReady(int load) { emit ready(load); }
  /// The content of this serial number is on the screen.
  void reportPainted(int serial) { emit painted(serial); }

 signals:
  void ready(int load);
  void painted(int serial);
};

} // namespace postwright::ui
