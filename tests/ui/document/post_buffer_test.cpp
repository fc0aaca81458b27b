#include "ui/document/post_buffer.h"

#include <QFile>
#include <QPlainTextDocumentLayout>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextCursor>

using namespace postwright;
using namespace postwright::ui;

namespace {

const front_matter::Path kDraft{std::string("is_draft")};
const front_matter::Path kTitle{std::string("title")};

front_matter::Scalar text(const char* value) {
  return {front_matter::ScalarType::String, value};
}
front_matter::Scalar truth(bool value) {
  return {front_matter::ScalarType::Bool, value ? "true" : "false"};
}

} // namespace

class PostBufferTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("post.md"));
  }

  void load_thenSave_changesNoByte_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("LF") << QByteArray("---\ntitle: a\n---\n\nbody\n");
    QTest::newRow("CRLF") << QByteArray("---\r\ntitle: a\r\n---\r\n\r\nbody\r\n");
    QTest::newRow("mixed ends") << QByteArray("---\r\ntitle: a\n---\nx\r\ny\rz\n");
    QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF---\ntitle: a\n---\nbody\n");
    QTest::newRow("no final newline") << QByteArray("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no-break space and line separator") << QByteArray("a\xC2\xA0z \xE2\x80\xA8 q\n");
    QTest::newRow("emoji, tabs, trailing blanks") << QByteArray("\t🦄  \n\n\n  \n");
  }
  void load_thenSave_changesNoByte() {
    QFETCH(QByteArray, bytes);
    auto buffer = opened(bytes);
    QVERIFY(buffer->readOnlyReason().isEmpty());
    QTextCursor cursor(buffer->document()); // there and back again
    cursor.insertText(QStringLiteral("x"));
    buffer->document()->undo();
    QVERIFY(buffer->save());
    QCOMPARE(onDisk(), bytes);
  }

  void load_invalidUtf8_opensReadOnlyAndIsNeverWritten() {
    const QByteArray bytes("title \xE9 caf\n");
    auto buffer = opened(bytes);
    QVERIFY(buffer->readOnlyReason().contains(QStringLiteral("6")));
    QVERIFY(!buffer->save());
    QCOMPARE(onDisk(), bytes);
  }

  void load_paragraphSeparator_opensReadOnly() {
    auto buffer = opened("a\xE2\x80\xA9z\n"); // a text document cannot tell U+2029 from a line end
    QVERIFY(!buffer->readOnlyReason().isEmpty());
  }

  void load_vanishedFile_isAnError() {
    PostBuffer buffer(m_folder->filePath(QStringLiteral("nothing.md")), makeDocument());
    const Result<void> loaded = buffer.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::FileVanished);
  }

  void setField_changesOnlyTheValue() {
    auto buffer = opened("---\r\n# keep\r\ntitle:  'a'   # c\r\nis_draft: false\r\n---\r\nbody\r\n");
    QVERIFY(!buffer->setField(kDraft, truth(true)));
    QCOMPARE(bytesOf(*buffer),
             QByteArray("---\r\n# keep\r\ntitle:  'a'   # c\r\nis_draft: true\r\n---\r\nbody\r\n"));
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer),
             QByteArray("---\r\n# keep\r\ntitle:  'a'   # c\r\nis_draft: false\r\n---\r\nbody\r\n"));
  }

  void setField_missingKey_addsOneLine() {
    auto buffer = opened("---\ntitle: a\n---\nbody\n");
    QVERIFY(!buffer->setField(kDraft, truth(true)));
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: a\nis_draft: true\n---\nbody\n"));
  }

  void setField_withoutFrontMatter_addsFencesInOneStep() {
    auto buffer = opened("just text\n");
    QVERIFY(!buffer->setField(kTitle, text("Hello")));
    QVERIFY(bytesOf(*buffer).startsWith("---\ntitle: Hello\n---\n"));
    QVERIFY(bytesOf(*buffer).endsWith("just text\n"));
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer), QByteArray("just text\n"));
  }

  void setField_oneVisit_isOneUndoStep() {
    const QByteArray before("---\ntitle: a\n---\nb\n");
    auto buffer = opened(before);
    for (const char* typed : {"aN", "aNe", "aNew"})
      QVERIFY(!buffer->setField(kTitle, text(typed)));
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: aNew\n---\nb\n"));
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer), before);
  }

  void setField_afterAVisitEnded_isAnotherUndoStep() {
    auto buffer = opened("---\ntitle: a\n---\nb\n");
    QVERIFY(!buffer->setField(kTitle, text("one")));
    buffer->endVisit();
    QVERIFY(!buffer->setField(kTitle, text("two")));
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: one\n---\nb\n"));
  }

  void setField_betweenTypedText_keepsTheOrderOfUndo() {
    auto buffer = opened("---\ntitle: a\n---\nb\n");
    QVERIFY(!buffer->setField(kTitle, text("one")));
    QTextCursor cursor(buffer->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(QStringLiteral("typed"));
    QVERIFY(!buffer->setField(kTitle, text("two")));
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: one\n---\nb\ntyped"));
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: one\n---\nb\n"));
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: a\n---\nb\n"));
  }

  void setField_afterEmoji_hitsTheRightPlace() {
    auto buffer = opened("---\ntitle: 🦄é日\nis_draft: false # é\n---\nb\n");
    QVERIFY(!buffer->setField(kDraft, truth(true)));
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: 🦄é日\nis_draft: true # é\n---\nb\n"));
  }

  void setField_brokenYaml_isRefusedAndChangesNothing() {
    const QByteArray bytes("---\ntitle: [a\n---\nb\n");
    auto buffer = opened(bytes);
    const auto refusal = buffer->setField(kTitle, text("x"));
    QVERIFY(refusal);
    QVERIFY(!refusal->message.empty());
    QCOMPARE(bytesOf(*buffer), bytes);
  }

  void save_fileChangedByAnother_isRefused() {
    auto buffer = opened("one\n");
    QTextCursor(buffer->document()).insertText(QStringLiteral("mine "));
    write("theirs\n");
    const Result<void> saved = buffer->save();
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::FileChangedOnDisk);
    QCOMPARE(onDisk(), QByteArray("theirs\n"));
    QVERIFY(buffer->isModified());
    QVERIFY(buffer->overwrite());
    QCOMPARE(onDisk(), QByteArray("mine one\n"));
  }

  void reload_takesTheFilesTextAndCanBeUndone() {
    auto buffer = opened("one\ntwo\nthree\n");
    write("one\n2\nthree\n");
    QVERIFY(buffer->reload());
    QCOMPARE(bytesOf(*buffer), QByteArray("one\n2\nthree\n"));
    QVERIFY(!buffer->isModified());
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer), QByteArray("one\ntwo\nthree\n"));
    QVERIFY(buffer->isModified());
  }

  void reload_ofWhatCannotBeKept_isReadOnly() {
    auto buffer = opened("one\n");
    QSignalSpy readOnlyChanged(buffer.get(), &PostBuffer::readOnlyChanged);
    write("one\xE2\x80\xA9two\n");
    QVERIFY(buffer->reload());
    QVERIFY(!buffer->readOnlyReason().isEmpty());
    write("three\n");
    QVERIFY(buffer->reload());
    QVERIFY(buffer->readOnlyReason().isEmpty());
    QCOMPARE(readOnlyChanged.count(), 2);
  }

  void reload_ofInvalidUtf8_keepsUnsavedText() {
    auto buffer = opened("one\n");
    QTextCursor(buffer->document()).insertText(QStringLiteral("mine "));
    write("caf\xE9\n");
    QCOMPARE(buffer->reload().error().code, ErrorCode::FileNotUtf8);
    QCOMPARE(bytesOf(*buffer), QByteArray("mine one\n"));
    QVERIFY(buffer->isModified());
    buffer->document()->undo();
    QVERIFY(buffer->reload());
    QVERIFY(!buffer->readOnlyReason().isEmpty());
  }

  void restore_ofAFileThatIsGone_hasItsLineEndsAndBom() {
    PostBuffer buffer(m_file, makeDocument());
    QVERIFY(!buffer.load());
    const QByteArray kept("\xEF\xBB\xBFone\r\ntwo\r\n");
    QVERIFY(buffer.restore(kept.toStdString(), {}));
    QCOMPARE(bytesOf(buffer), kept);
    QVERIFY(buffer.overwrite());
    QCOMPARE(onDisk(), kept);
  }

  void save_thenUndo_givesTheLineEndsBack() {
    const QByteArray bytes("one\r\ntwo\rthree\n");
    auto buffer = opened(bytes);
    QTextCursor cursor(buffer->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(QStringLiteral("x"));
    QVERIFY(buffer->save());
    QCOMPARE(onDisk(), QByteArray("x"));
    buffer->document()->undo();
    QVERIFY(buffer->save());
    QCOMPARE(onDisk(), bytes);
  }

  void save_ofAPastedBom_doesNotDoubleIt() {
    auto buffer = opened("one\n");
    QTextCursor(buffer->document()).insertText(QStringLiteral("\uFEFF"));
    QVERIFY(buffer->save());
    QTextCursor end(buffer->document());
    end.movePosition(QTextCursor::End);
    end.insertText(QStringLiteral("two\n"));
    QVERIFY(buffer->save());
    QCOMPARE(onDisk(), QByteArray("\xEF\xBB\xBFone\ntwo\n"));
  }

  void setField_thatTheTextCannotKeep_leavesTheVisitAsItWas() {
    auto buffer = opened("---\ntitle: a\n---\nbody\n");
    QVERIFY(!buffer->setField(kTitle, text("one")));
    const auto refusal =
        buffer->setField(kTitle, text("one\xEF\xB7\x90two")); // a text document ends a block there
    QCOMPARE(refusal->code, std::string("verify"));
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: one\n---\nbody\n"));
    buffer->document()->undo();
    QCOMPARE(bytesOf(*buffer), QByteArray("---\ntitle: a\n---\nbody\n"));
  }

  void typing_saysChangedOnce_andFrontMatterOnlyWhereItIs() {
    auto buffer = opened("---\ntitle: a\n---\nbody\n");
    QSignalSpy changed(buffer.get(), &PostBuffer::changed);
    QSignalSpy frontMatter(buffer.get(), &PostBuffer::frontMatterChanged);
    QTextCursor cursor(buffer->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(QStringLiteral("x"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(frontMatter.count(), 0);
    cursor.setPosition(5);
    cursor.insertText(QStringLiteral("y"));
    QCOMPARE(frontMatter.count(), 1);
  }

  void frontMatterLines_countsToTheBody() {
    QCOMPARE(opened("---\ntitle: a\n---\nbody\n")->frontMatterLines(), 3);
    QCOMPARE(opened("body\n")->frontMatterLines(), 0);
  }

  void saveCopy_leavesTheFileAlone() {
    auto buffer = opened("one\n");
    QTextCursor(buffer->document()).insertText(QStringLiteral("x"));
    const QString copy = m_folder->filePath(QStringLiteral("copy.md"));
    QVERIFY(buffer->saveCopy(copy));
    QCOMPARE(onDisk(), QByteArray("one\n"));
    QVERIFY(buffer->isModified());
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("xone\n"));
  }

 private:
  static QTextDocument* makeDocument() {
    auto* document = new QTextDocument;
    document->setDocumentLayout(new QPlainTextDocumentLayout(document));
    return document;
  }
  void write(const QByteArray& bytes) {
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  std::unique_ptr<PostBuffer> opened(const QByteArray& bytes) {
    write(bytes);
    auto buffer = std::make_unique<PostBuffer>(m_file, makeDocument());
    if (!buffer->load()) qFatal("the fixture cannot be loaded");
    return buffer;
  }
  QByteArray onDisk() const {
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
  }
  static QByteArray bytesOf(const PostBuffer& buffer) { return QByteArray::fromStdString(buffer.bytes()); }

  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_file;
};

QTEST_MAIN(PostBufferTest)
#include "post_buffer_test.moc"
