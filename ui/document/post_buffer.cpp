#include "ui/document/post_buffer.h"

#include <QDir>
#include <QFileInfo>
#include <QTextBlock>
#include <QTextCursor>
#include <array>
#include <utility>

#include "app/front_matter/raw_edit.h"
#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

constexpr std::size_t kLargest = std::size_t{64} << 20U;

/// What a text document takes for the end of a block, besides line ends: U+2029, and Qt's marks of a frame.
constexpr std::array<char16_t, 3> kSeparators = {0x2029, 0xFDD0, 0xFDD1};

/// The text with LF between blocks. Not toPlainText(), which turns U+00A0 into a space and U+2028 into a
/// newline.
QString rawText(const QTextDocument& document) {
  QString text = document.toRawText();
  text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
  return text;
}

/// The part of two texts that differs: (start, length in the old, length in the new). Never cuts a surrogate
/// pair.
struct Difference {
  qsizetype start;
  qsizetype oldLength;
  qsizetype newLength;
};

Difference differenceOf(const QString& before, const QString& after) {
  const qsizetype shorter = std::min(before.size(), after.size());
  qsizetype head = 0;
  while (head < shorter && before[head] == after[head])
    ++head;
  if (head > 0 && before[head - 1].isHighSurrogate()) --head;
  qsizetype tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  if (tail > 0 && before[before.size() - tail].isLowSurrogate()) --tail;
  return {head, before.size() - head - tail, after.size() - head - tail};
}

std::string_view behindBom(std::string_view bytes) {
  return bytes.substr(bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
}

} // namespace

PostBuffer::PostBuffer(QString file, QTextDocument* document, QObject* parent)
    : QObject(parent), m_file(std::move(file)), m_document(document) {
  m_document->setParent(this);
  connect(m_document, &QTextDocument::contentsChange, this, &PostBuffer::onContentsChange);
  connect(m_document, &QTextDocument::modificationChanged, this, &PostBuffer::modifiedChanged);
}

Result<FileContent> PostBuffer::readWhole() const {
  Result<FileContent> content = readFile(toUtf8(m_file));
  if (content && content->bytes.size() > kLargest) {
    return failure(ErrorCode::FileTooLarge, {std::to_string(content->bytes.size() >> 20U) + " MiB"});
  }
  return content;
}

QString PostBuffer::textOf(std::string_view bytes) const {
  QString text = toQString(bytes);
  text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
  text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
  for (const char16_t separator : kSeparators)
    text.replace(QChar(separator), QLatin1Char('\n'));
  return text;
}

void PostBuffer::take(const FileContent& content) {
  m_onDisk = content.fingerprint;
  m_hasBom = content.bytes.starts_with(kByteOrderMark);
  m_lineEnds = LineEnds(std::string(behindBom(content.bytes)));
}

void PostBuffer::updateReadOnly(const std::string& onDisk) {
  QString reason;
  if (const auto offset = firstInvalidUtf8(onDisk)) {
    reason = toQString(describe({ErrorCode::FileNotUtf8, {}, {}, {std::to_string(*offset)}, {}}));
  } else if (bytes() != onDisk) {
    reason = tr("The file has characters that this editor cannot keep");
  }
  if (reason == m_readOnlyReason) return;
  m_readOnlyReason = reason;
  emit readOnlyChanged();
}

Result<void> PostBuffer::load() {
  Result<FileContent> content = readWhole();
  if (!content) return failure(content.error());
  take(*content);
  m_loading = true;
  m_document->setPlainText(textOf(behindBom(content->bytes)));
  m_document->setModified(false);
  m_document->clearUndoRedoStacks();
  m_loading = false;
  updateReadOnly(content->bytes);
  refreshFrontMatter();
  return {};
}

Result<void> PostBuffer::reload() {
  Result<FileContent> content = readWhole();
  if (!content) return failure(content.error());
  const auto invalid = firstInvalidUtf8(content->bytes);
  if (invalid && isModified()) return failure(ErrorCode::FileNotUtf8, {std::to_string(*invalid)});
  take(*content);
  replaceText(textOf(behindBom(content->bytes)));
  m_document->setModified(false);
  m_isRestored = false;
  updateReadOnly(content->bytes);
  endVisit();
  return {};
}

/// One undo step that touches only what differs.
void PostBuffer::replaceText(const QString& after) {
  const Difference difference = differenceOf(rawText(*m_document), after);
  if (difference.oldLength == 0 && difference.newLength == 0) return;
  QTextCursor cursor(m_document);
  cursor.setPosition(static_cast<int>(difference.start));
  cursor.setPosition(static_cast<int>(difference.start + difference.oldLength), QTextCursor::KeepAnchor);
  cursor.insertText(after.mid(difference.start, difference.newLength));
}

bool PostBuffer::restore(std::string_view bytes, const std::optional<Fingerprint>& base) {
  if (!m_readOnlyReason.isEmpty() || this->bytes() == bytes) return false;
  if (!m_onDisk) { // the file is gone: this is all that is known of its form
    m_hasBom = bytes.starts_with(kByteOrderMark);
    m_lineEnds = LineEnds(std::string(behindBom(bytes)));
  }
  replaceText(textOf(behindBom(bytes)));
  m_document->setModified(true);
  const bool sameFile = base && m_onDisk && base->hash == m_onDisk->hash && base->size == m_onDisk->size;
  if (!sameFile) m_onDisk = base;
  m_isRestored = true;
  return true;
}

void PostBuffer::discard() {
  if (!reload()) m_document->setModified(false);
}

bool PostBuffer::differsFromDisk() const {
  const Result<FileContent> content = readFile(toUtf8(m_file));
  return !content || !m_onDisk || content->fingerprint.size != m_onDisk->size ||
         content->fingerprint.hash != m_onDisk->hash;
}

std::string PostBuffer::bytes() const {
  return bytesOf(rawText(*m_document));
}

std::string PostBuffer::bytesOf(const QString& text) const {
  const std::string ended = m_lineEnds.restore(toUtf8(text));
  return m_hasBom ? std::string(kByteOrderMark) + ended : ended;
}

FrontMatterPointer PostBuffer::frontMatter() const {
  if (!m_frontMatter) m_frontMatter = std::make_shared<const front_matter::FrontMatterDocument>(bytes());
  return m_frontMatter;
}

int PostBuffer::frontMatterLines() const {
  return m_document->findBlock(m_bodyPosition).blockNumber();
}

Result<void> PostBuffer::write(const std::optional<Fingerprint>& expected) {
  if (!m_readOnlyReason.isEmpty()) return failure(ErrorCode::FileUnreadable, {toUtf8(m_readOnlyReason)});
  const std::string content = bytes();
  const Result<Fingerprint> written = writeFile(toUtf8(m_file), content, expected);
  if (!written) return failure(written.error());
  m_onDisk = *written; // the line ends stay those that were read: undo may bring their lines back
  m_document->setModified(false);
  m_isRestored = false;
  endVisit();
  return {};
}

Result<void> PostBuffer::save() {
  return write(m_onDisk);
}

Result<void> PostBuffer::overwrite() {
  QDir().mkpath(QFileInfo(m_file).path());
  return write(std::nullopt);
}

Result<void> PostBuffer::saveCopy(const QString& file) const {
  const Result<Fingerprint> written = writeFile(toUtf8(file), bytes());
  if (!written) return failure(written.error());
  return {};
}

std::optional<front_matter::Refusal> PostBuffer::setField(const front_matter::Path& path,
                                                          const front_matter::Scalar& value) {
  return apply(frontMatter()->set(path, value), path);
}

std::optional<front_matter::Refusal> PostBuffer::insertField(const front_matter::Path& map,
                                                             const QString& key,
                                                             const front_matter::Scalar& value) {
  endVisit();
  front_matter::Path path = map;
  path.emplace_back(toUtf8(key));
  return apply(frontMatter()->insert(map, toUtf8(key), value), path);
}

std::optional<front_matter::Refusal> PostBuffer::appendItem(const front_matter::Path& list,
                                                            const front_matter::Scalar& value) {
  endVisit();
  auto refusal = apply(frontMatter()->append(list, value), list);
  endVisit();
  return refusal;
}

std::optional<front_matter::Refusal> PostBuffer::removeField(const front_matter::Path& path) {
  endVisit();
  auto refusal = apply(frontMatter()->remove(path), path);
  endVisit();
  return refusal;
}

std::optional<front_matter::Refusal> PostBuffer::setRaw(const front_matter::Path& path, const QString& yaml) {
  return apply(front_matter::setRaw(*frontMatter(), path, toUtf8(yaml)), path);
}

std::optional<front_matter::Refusal> PostBuffer::operate(
    const std::vector<front_matter::EditOperation>& operations) {
  endVisit();
  auto refusal = apply(frontMatter()->apply(operations), operations.front().path);
  endVisit();
  return refusal;
}

std::optional<front_matter::Refusal> PostBuffer::apply(const front_matter::EditResult& result,
                                                       const front_matter::Path& visit) {
  if (result.refusal) return result.refusal;
  if (result.edits.empty()) return std::nullopt;
  if (!m_readOnlyReason.isEmpty()) return front_matter::Refusal{"read-only", toUtf8(m_readOnlyReason), {}};
  const std::string expected = applyEdits(bytes(), result.edits);
  if (bytesOf(textOf(behindBom(expected))) != expected) {
    return front_matter::Refusal{
        "verify", toUtf8(tr("Changing this here would change something else; edit the text")), {}};
  }
  const bool join = m_visit && m_visit->path == visit && m_visit->revision == m_document->revision();
  applyToDocument(result.edits, join);
  m_visit = Visit{visit, m_document->revision()};
  return std::nullopt;
}

void PostBuffer::applyToDocument(const std::vector<TextEdit>& edits, bool joinPrevious) {
  const std::string before = bytes();
  QTextCursor cursor(m_document);
  if (joinPrevious) {
    cursor.joinPreviousEditBlock();
  } else {
    cursor.beginEditBlock();
  }
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) { // from the end: earlier offsets stay right
    cursor.setPosition(documentPosition(before, edit->offset));
    cursor.setPosition(documentPosition(before, edit->offset + edit->length), QTextCursor::KeepAnchor);
    cursor.insertText(textOf(edit->replacement));
  }
  cursor.endEditBlock();
}

int PostBuffer::documentPosition(std::string_view bytes, std::size_t offset) const {
  const std::size_t skip = m_hasBom ? std::min(kByteOrderMark.size(), offset) : 0;
  const std::string_view before = bytes.substr(skip, offset - skip);
  qsizetype position = utf16Length(before, before.size());
  for (std::size_t i = before.find('\r'); i != std::string_view::npos; i = before.find('\r', i + 1)) {
    if (i + 1 < before.size() && before[i + 1] == '\n') --position;
  }
  return static_cast<int>(position);
}

void PostBuffer::onContentsChange(int position, int removed, int added) {
  if (m_loading || (removed == 0 && added == 0)) return;
  // Without front matter any line may become its fence (a single `---` far down makes the old form).
  const bool touchesFrontMatter = position <= m_bodyPosition || m_bodyPosition == 0;
  m_frontMatter.reset();
  if (touchesFrontMatter) refreshFrontMatter();
  emit changed();
  if (touchesFrontMatter) emit frontMatterChanged();
}

void PostBuffer::refreshFrontMatter() {
  m_frontMatter.reset();
  const std::string text = bytes();
  m_frontMatter = std::make_shared<const front_matter::FrontMatterDocument>(text);
  m_bodyPosition = documentPosition(text, m_frontMatter->bodyOffset());
}

} // namespace postwright::ui
