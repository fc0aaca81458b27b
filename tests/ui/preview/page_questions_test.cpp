// What a page may have only when the user says so: windows, downloads, permissions.
#include <QFileDialog>
#include <QProcess>
#include <QPushButton>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QToolButton>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateStore>

#include "pane_fixture.h"
#include "ui/base/message_bar.h"
#include "ui/preview/preview_profile.h"

using namespace Qt::StringLiterals;
using namespace postwright::ui;

class PageQuestionsTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { initPaneTest(); }

 private slots:
  void initTestCase() { m_fixture = std::make_unique<PaneFixture>(); }
  void init() {
    pane().setSite(nullptr);
    m_fixture->open();
    QVERIFY(m_fixture->show(u"<p id=state>here</p>"_s));
    QVERIFY(!bar()->isVisible());
  }
  void cleanupTestCase() { m_fixture.reset(); }

  void window_opensOutside_afterAnswer_data() {
    QTest::addColumn<bool>("accepts");
    QTest::newRow("yes") << true;
    QTest::newRow("no") << false;
  }
  void window_opensOutside_afterAnswer() {
    QFETCH(bool, accepts);
    QSignalSpy external(&pane(), &PreviewPane::externalLinkActivated);
    const auto windows = QGuiApplication::topLevelWindows().size();
    m_fixture->js(u"window.open('https://evil.test/a?b')"_s);
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(bar()->text(), u"This page wants to open evil.test"_s);
    QCOMPARE(bar()->note(), u"https://evil.test/a?b"_s);
    QVERIFY(external.isEmpty());
    press(accepts ? u"Open in browser"_s : u"Ignore"_s);
    QVERIFY(!bar()->isVisible());
    QCOMPARE(external.size(), accepts ? 1 : 0);
    if (accepts) QCOMPARE(external.first().first().toUrl(), QUrl(u"https://evil.test/a?b"_s));
    QCOMPARE(QGuiApplication::topLevelWindows().size(), windows);
  }

  void window_thatIsNoAddressOfTheWeb_isNotAskedFor() {
    for (const char* url : {"", "about:blank", "data:text/html,x", "file:///etc/passwd", "other:x"})
      m_fixture->js(u"window.open('%1')"_s.arg(QLatin1String(url)));
    m_fixture->js(u"window.open('https://last.test/')"_s);
    QTRY_COMPARE(bar()->text(), u"This page wants to open last.test"_s);
    press(u"Ignore"_s);
    QVERIFY(!bar()->isVisible());
  }

  void window_ofAPressedButton_isAskedFor() {
    QSignalSpy external(&pane(), &PreviewPane::externalLinkActivated);
    QVERIFY(
        m_fixture->show(u"<button style='position:fixed;inset:0;width:100%;height:100%' "
                        "onclick=\"window.open('https://evil.test/')\">x</button>"_s));
    QTest::mouseClick(pane().focusProxy()->focusProxy(), Qt::LeftButton, {}, QPoint(60, 60));
    QTRY_VERIFY(bar()->isVisible());
    QVERIFY(external.isEmpty());
  }

  void windowOfAnotherPost_opensHere() {
    QSignalSpy requested(&pane(), &PreviewPane::documentRequested);
    m_fixture->js(u"window.open('/blog/two/')"_s);
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(bar()->text(), u"This page wants to open /blog/two/"_s);
    press(u"Open"_s);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), u"/blog/two/"_s);
  }

  void manyQuestions_areOneBar_theSameIsOne_tooManyAreRefused() {
    int requests = 0;
    const QObject guard;
    connect(pane().findChild<LivePage*>()->page(), &QWebEnginePage::newWindowRequested, &guard,
            [&requests] { ++requests; });
    m_fixture->js(u"for (let i = 0; i < 90; ++i) window.open('https://evil.test/' + i % 30)"_s);
    QTRY_VERIFY(bar()->isVisible());
    m_fixture->js(u"0"_s);
    QStringList asked;
    while (bar()->isVisible() && asked.size() < 90) {
      asked << bar()->note();
      press(u"Ignore"_s);
    }
    QCOMPARE(asked.size(), 8);
    QCOMPARE(asked.last(), u"https://evil.test/7"_s);
    m_fixture->js(u"window.open('https://evil.test/new')"_s); // it has had its number
    QVERIFY(!bar()->isVisible());
    QCOMPARE(requests, 16);
  }

  void closing_refusesEverything_untilThePageIsLoadedAgain() {
    m_fixture->js(u"window.open('https://evil.test/1'); window.open('https://evil.test/2')"_s);
    QTRY_VERIFY(bar()->isVisible());
    bar()->findChild<QToolButton*>()->click();
    m_fixture->js(
        u"window.open('https://evil.test/3'); Notification.requestPermission()"
        ".then(answer => window.note = answer)"_s);
    QTRY_COMPARE(m_fixture->js(u"window.note"_s), u"denied"_s);
    QVERIFY(!bar()->isVisible());
    QSignalSpy painted(&pane(), &PreviewPane::painted);
    pane().reload();
    QVERIFY(painted.wait());
    m_fixture->js(u"window.open('https://evil.test/1')"_s);
    QTRY_VERIFY(bar()->isVisible());
  }

  void flight_thatIsRefused_changesNothing() {
    m_fixture->js(u"window.open('https://evil.test/1'); window.open('https://evil.test/2')"_s);
    QTRY_VERIFY(bar()->isVisible());
    press(u"Ignore"_s);
    for (const char* where : {"https://evil.test/away", "/blog/two/"}) {
      m_fixture->js(u"location.href = '%1'"_s.arg(QLatin1String(where)));
      QVERIFY(m_fixture->show(u"<p>%1</p>"_s.arg(QLatin1String(where)))); // two frames later
    }
    QCOMPARE(bar()->note(), u"https://evil.test/2"_s);
    QVERIFY(bar()->isVisible());
    m_fixture->js(u"window.open('https://evil.test/1'); window.open('https://evil.test/3')"_s);
    press(u"Ignore"_s);
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(bar()->note(), u"https://evil.test/3"_s); // what was refused stays refused
  }

  void permission_denied_isAskedAgainOnlyOfTheNextDocument() {
    for (int document = 0; document < 2; ++document) {
      askForPlace();
      QTRY_VERIFY(bar()->isVisible());
      QCOMPARE(bar()->text(), u"This page wants to know where you are"_s);
      QVERIFY(!m_fixture->js(u"window.place"_s).isValid());
      press(u"Deny"_s);
      QTRY_COMPARE(m_fixture->js(u"window.place"_s), u"1"_s); // PERMISSION_DENIED
      askForPlace();
      QTRY_COMPARE(m_fixture->js(u"window.place"_s), u"1"_s);
      QVERIFY(!bar()->isVisible());
      QSignalSpy painted(&pane(), &PreviewPane::painted);
      pane().reload();
      QVERIFY(painted.wait());
    }
  }

  void permission_allowed_holdsForTheSession_andNotificationsAreSaid() {
    const QString ask = u"Notification.requestPermission().then(answer => window.note = answer)"_s;
    m_fixture->js(ask);
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(bar()->text(), u"This page wants to show notifications"_s);
    press(u"Allow for this session"_s);
    QTRY_COMPARE(m_fixture->js(u"window.note"_s), u"granted"_s);
    QSignalSpy painted(&pane(), &PreviewPane::painted);
    pane().reload();
    QVERIFY(painted.wait());
    m_fixture->js(ask);
    QTRY_COMPARE(m_fixture->js(u"window.note"_s), u"granted"_s);
    QVERIFY(!bar()->isVisible());
    m_fixture->js(u"new Notification('Ready', {body: 'to go'})"_s);
    auto* says = pane().findChild<MessageBar*>(u"scriptBar"_s);
    QTRY_COMPARE(says->note(), u"Ready to go"_s);
  }

  void download_isWrittenWhereOneSays_data() {
    QTest::addColumn<QString>("href");
    QTest::newRow("of the page") << u"data:text/plain,hello"_s;
    QTest::newRow("of the site") << u"/files/hello.txt"_s;
    QTest::newRow("made by a script") << u"blob"_s;
  }
  void download_isWrittenWhereOneSays() {
    QFETCH(QString, href);
    QVERIFY(QDir(m_fixture->folder()).mkpath(u"files"_s));
    QFile served(m_fixture->folder() + u"/files/hello.txt"_s);
    QVERIFY(served.open(QIODevice::WriteOnly));
    served.write("hello");
    served.close();
    download(href);
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(bar()->text(), u"This page wants to save a file"_s);
    QCOMPARE(bar()->note(), u"x.txt"_s);
    press(u"Save as…"_s);
    auto* dialog = pane().window()->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"x.txt"_s);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"there.txt"_s);
    dialog->selectFile(file);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_COMPARE(bar()->text(), u"Saved"_s);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("hello"));
  }

  void download_ignored_writesNothing() {
    download(u"data:text/plain,hello"_s);
    QTRY_VERIFY(bar()->isVisible());
    press(u"Ignore"_s);
    QSignalSpy requested(pane().findChild<PreviewProfile*>(), &QWebEngineProfile::downloadRequested);
    download(u"data:text/plain,hello"_s);
    QTRY_COMPARE(requested.size(), 1);
    QVERIFY(!bar()->isVisible());
    QVERIFY(pane().window()->findChild<QFileDialog*>() == nullptr);
  }

  void roomForData_isAskedFor_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("given");
    QTest::newRow("no") << u"Deny"_s << false;
    QTest::newRow("yes") << u"Allow for this session"_s << true;
  }
  void roomForData_isAskedFor() {
    QFETCH(QString, words);
    QFETCH(bool, given);
    m_fixture->js(
        u"navigator.webkitPersistentStorage.requestQuota(1 << 20, size => window.quota = size,"
        "error => window.quota = error.name)"_s);
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(bar()->text(), u"This page wants to keep up to 1.00 MiB of data"_s);
    QVERIFY(!m_fixture->js(u"window.quota"_s).isValid());
    press(words);
    QTRY_COMPARE(m_fixture->js(u"window.quota > 0"_s), given);
  }

  void linksOfAKind_ofAnotherHost_areAskedFor() {
    QTcpServer server;
    QVERIFY(serve(server, "<script>navigator.registerProtocolHandler('web+evil', '/?%s')</script>"));
    pane().setNetworkAllowed(true);
    QVERIFY(m_fixture->show(u"<iframe src='http://127.0.0.1:%1/'></iframe>"_s.arg(server.serverPort())));
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(bar()->text(), u"This page wants to open the links of the kind “web+evil”"_s);
    QCOMPARE(bar()->note(), u"127.0.0.1"_s);
    press(u"Deny"_s);
    QVERIFY(!bar()->isVisible());
  }

  void certificate_isShownToNobody_unasked() {
    const QTemporaryDir folder;
    const auto [certificate, key] = makeCertificate(folder.path());
    if (certificate.isNull()) QSKIP("openssl is missing: it makes the certificates");
    QSslServer server;
    QString shown = u"no answer"_s;
    QVERIFY(serveSecurely(server, certificate, key, shown));
    auto* page = pane().findChild<LivePage*>()->page();
    QSignalSpy wanted(page, &QWebEnginePage::selectClientCertificate);
    page->profile()->clientCertificateStore()->add(certificate, key);
    connect(page, &QWebEnginePage::certificateError, &server,
            [](QWebEngineCertificateError error) { error.acceptCertificate(); });
    pane().setNetworkAllowed(true);
    QVERIFY(m_fixture->show(u"<iframe src='https://localhost:%1/'></iframe>"_s.arg(server.serverPort())));
    QTRY_COMPARE(shown, QString());
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!bar()->isVisible());
  }

  void filesOfTheUser_areOutOfReach_unasked() {
    const auto* page = pane().findChild<LivePage*>()->page();
    QSignalSpy requested(page, &QWebEnginePage::fileSystemAccessRequested);
    QVERIFY(
        m_fixture->show(u"<button style='position:fixed;inset:0;width:100%;height:100%' "
                        "onclick=\"showOpenFilePicker().then(() => window.file = 'given',"
                        "error => window.file = error.name)\">x</button>"_s));
    QTest::mouseClick(pane().focusProxy()->focusProxy(), Qt::LeftButton, {}, QPoint(60, 60));
    QTRY_COMPARE(m_fixture->js(u"window.file"_s), u"AbortError"_s);
    QVERIFY(requested.isEmpty());
    QVERIFY(!bar()->isVisible());
  }

  void anotherPage_takesTheQuestionsAway() {
    m_fixture->js(u"window.open('https://evil.test/')"_s);
    QTRY_VERIFY(bar()->isVisible());
    pane().setDocument(u"posts/two.md"_s);
    QVERIFY(!bar()->isVisible());
  }

 private:
  PreviewPane& pane() { return m_fixture->pane(); }
  MessageBar* bar() { return pane().findChild<MessageBar*>(u"questionBar"_s); }
  void press(const QString& words) {
    for (QPushButton* button : bar()->findChildren<QPushButton*>()) {
      if (button->isVisible() && button->text() == words) return button->click();
    }
    QFAIL(qPrintable(u"no button "_s + words));
  }
  /// Answers every request to this machine with `html`.
  static bool serve(QTcpServer& server, const QByteArray& html) {
    connect(&server, &QTcpServer::newConnection, &server, [&server, html] {
      QTcpSocket* socket = server.nextPendingConnection();
      connect(socket, &QTcpSocket::readyRead, socket, [socket, html] {
        if (!socket->readAll().endsWith("\r\n\r\n")) return;
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + html);
        socket->disconnectFromHost();
      });
    });
    return server.listen(QHostAddress::LocalHost);
  }
  /// Of localhost, by itself; null where there is no openssl.
  static std::pair<QSslCertificate, QSslKey> makeCertificate(const QString& folder) {
    const QString certificate = folder + u"/certificate.pem"_s;
    const QString key = folder + u"/key.pem"_s;
    QProcess::execute(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                       u"-subj"_s, u"/CN=localhost"_s, u"-out"_s, certificate, u"-keyout"_s, key});
    QFile file(key);
    if (!file.open(QIODevice::ReadOnly)) return {QSslCertificate(), QSslKey()};
    return {QSslCertificate::fromPath(certificate).value(0), QSslKey(&file, QSsl::Rsa)};
  }
  /// Asks each client for a certificate and puts down whose it was.
  static bool serveSecurely(QSslServer& server, const QSslCertificate& certificate, const QSslKey& key,
                            QString& shown) {
    QSslConfiguration secure = QSslConfiguration::defaultConfiguration();
    secure.setLocalCertificate(certificate);
    secure.setPrivateKey(key);
    secure.setPeerVerifyMode(QSslSocket::QueryPeer);
    server.setSslConfiguration(secure);
    connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&server, &shown] {
      auto* socket = qobject_cast<QSslSocket*>(server.nextPendingConnection());
      connect(socket, &QSslSocket::readyRead, socket, [socket, &shown] {
        shown = socket->peerCertificate().subjectDisplayName();
        socket->readAll();
        socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
      });
    });
    return server.listen(QHostAddress::LocalHost);
  }
  void askForPlace() {
    m_fixture->js(
        u"window.place = undefined; navigator.geolocation.getCurrentPosition("
        "() => window.place = 'given', error => window.place = String(error.code))"_s);
  }
  void download(const QString& href) {
    m_fixture->js(
        u"{ const a = document.createElement('a'); a.download = 'x.txt'; const href = '%1';"
        "a.href = href == 'blob' ? URL.createObjectURL(new Blob(['hello'])) : href; a.click(); }"_s.arg(
            href));
  }

  std::unique_ptr<PaneFixture> m_fixture;
};

QTEST_MAIN(PageQuestionsTest)
#include "page_questions_test.moc"
