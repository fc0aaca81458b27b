#include "app/liquid/strftime.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>

#include "app/liquid/date_names.h"

namespace postwright::liquid {
namespace {

enum class Padding : std::uint8_t { Default, Space, Zero };
enum class Casing : std::uint8_t { Default, Upper, Change };

/// One `%[flags][width]letter`.
struct Specifier {
  bool isPadded = true;
  Padding padding = Padding::Default;
  Casing casing = Casing::Default;
  std::optional<std::size_t> width;
  char letter = 0;
};

/// The date taken apart in its own offset.
struct Parts {
  explicit Parts(const DateTime& instant)
      : at(instant), date(instant.date()), days(daysFromCivil(date)), second(instant.secondOfDay()) {
    ordinal = static_cast<int>(days - daysFromCivil({date.year, 1, 1})) + 1;
    weekday = static_cast<int>(((days + 3) % 7 + 7) % 7); // 1970-01-01 was a Thursday
    setIsoWeek();
  }

  int hour() const { return second / 3600; }
  int minute() const { return second / 60 % 60; }
  int hour12() const { return hour() % 12 == 0 ? 12 : hour() % 12; }
  bool isMorning() const { return hour() < 12; }
  std::string_view month() const { return kMonthNames[date.month - 1U]; }
  std::string_view weekdayName() const { return kWeekdayNames[static_cast<std::size_t>(weekday)]; }

  DateTime at;
  Date date;
  std::int64_t days;
  int second;
  int ordinal = 0; ///< 1-366
  int weekday = 0; ///< Monday is 0
  int isoYear = 0;
  int isoWeek = 0;

 private:
  void setIsoWeek() {
    const std::int64_t thursday = days - weekday + 3; // a week belongs to the year of its Thursday
    isoYear = civilFromDays(thursday).year;
    isoWeek = static_cast<int>((thursday - daysFromCivil({isoYear, 1, 1})) / 7) + 1;
  }
};

std::string zeroPadded(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(std::abs(number));
  const std::size_t sign = number < 0 ? 1 : 0;
  if (digits.size() + sign < width) digits.insert(0, width - digits.size() - sign, '0');
  return (sign == 1 ? "-" : "") + digits;
}

std::string blankPadded(int number) {
  return number < 10 ? " " + std::to_string(number) : std::to_string(number);
}

std::string clock(const Parts& parts, int hour) {
  return zeroPadded(hour, 2) + ":" + zeroPadded(parts.minute(), 2) + ":" + zeroPadded(parts.second % 60, 2);
}

/// Writes specifiers. Its pieces are the kinds of liquid-core's strftime: numbers, names, composites.
class Writer {
 public:
  Writer(const Parts& parts, std::string& output) : m_parts(parts), m_output(output) {}

  /// False when the letter means nothing.
  bool write(Specifier specifier) {
    if (const NumberEntry* entry = findNumber(specifier.letter)) {
      if (entry->blankByDefault && specifier.padding == Padding::Default) specifier.padding = Padding::Space;
      writeNumber(specifier, entry->value(m_parts), entry->width);
      return true;
    }
    switch (specifier.letter) {
      case 'a':
      case 'A':
      case 'b':
      case 'h':
      case 'B':
        writeName(specifier, name(specifier.letter));
        return true;
      case 'p':
      case 'P':
        writeHalfDay(specifier);
        return true;
      case 'L':
      case 'N':
        writeFraction(specifier.width.value_or(specifier.letter == 'L' ? 3 : 9));
        return true;
      case 'n':
      case 't':
      case '%':
        writeLiteral(specifier, specifier.letter == 'n' ? '\n' : specifier.letter == 't' ? '\t' : '%');
        return true;
      default:
        return writeComposite(specifier);
    }
  }

  /// `separated`: a colon between hours and minutes; `seconds`: those too.
  void writeOffset(const Specifier& specifier, bool separated, bool seconds) {
    const int offset = m_parts.at.offsetSeconds;
    const std::size_t size = 5 + (separated ? 1 : 0) + (seconds ? 3 : 0);
    const std::size_t asked = specifier.width.value_or(0);
    const std::size_t width = std::max<std::size_t>((asked > size ? asked - size : 0) + 2, 2);
    if (specifier.padding == Padding::Space) {
      const int hours = offset / 3600;
      const std::string text = (hours < 0 ? "-" : "+") + std::to_string(std::abs(hours));
      m_output.append(width - std::min(width, text.size()), ' ');
      m_output += text;
    } else {
      m_output += offset < 0 ? '-' : '+';
      m_output += zeroPadded(std::abs(offset) / 3600, width);
    }
    if (separated) m_output += ':';
    m_output += zeroPadded(std::abs(offset) / 60 % 60, 2);
    if (seconds) m_output += ":" + zeroPadded(std::abs(offset) % 60, 2);
  }

 private:
  struct NumberEntry {
    char letter;
    std::size_t width;
    bool blankByDefault;
    std::int64_t (*value)(const Parts&);
  };

  static const NumberEntry* findNumber(char letter) {
    static constexpr auto kNumbers = std::to_array<NumberEntry>({
        {'Y', 4, false, [](const Parts& p) -> std::int64_t { return p.date.year; }},
        {'C', 2, false, [](const Parts& p) -> std::int64_t { return p.date.year / 100; }},
        {'y', 2, false, [](const Parts& p) -> std::int64_t { return p.date.year % 100; }},
        {'m', 2, false, [](const Parts& p) -> std::int64_t { return p.date.month; }},
        {'d', 2, false, [](const Parts& p) -> std::int64_t { return p.date.day; }},
        {'e', 2, true, [](const Parts& p) -> std::int64_t { return p.date.day; }},
        {'w', 0, false, [](const Parts& p) -> std::int64_t { return (p.weekday + 1) % 7; }},
        {'u', 0, false, [](const Parts& p) -> std::int64_t { return p.weekday + 1; }},
        {'U', 2, false,
         [](const Parts& p) -> std::int64_t { return (p.ordinal - (p.weekday + 1) % 7 + 6) / 7; }},
        {'W', 2, false, [](const Parts& p) -> std::int64_t { return (p.ordinal - p.weekday + 6) / 7; }},
        {'G', 4, false, [](const Parts& p) -> std::int64_t { return p.isoYear; }},
        {'g', 2, false, [](const Parts& p) -> std::int64_t { return p.isoYear % 100; }},
        {'V', 2, false, [](const Parts& p) -> std::int64_t { return p.isoWeek; }},
        {'j', 3, false, [](const Parts& p) -> std::int64_t { return p.ordinal; }},
        {'H', 2, false, [](const Parts& p) -> std::int64_t { return p.hour(); }},
        {'k', 2, true, [](const Parts& p) -> std::int64_t { return p.hour(); }},
        {'I', 2, false, [](const Parts& p) -> std::int64_t { return p.hour12(); }},
        {'l', 2, true, [](const Parts& p) -> std::int64_t { return p.hour12(); }},
        {'M', 2, false, [](const Parts& p) -> std::int64_t { return p.minute(); }},
        {'S', 2, false, [](const Parts& p) -> std::int64_t { return p.second % 60; }},
        {'s', 0, false, [](const Parts& p) -> std::int64_t { return p.at.utcSeconds; }},
    });
    const auto* found = std::find_if(kNumbers.begin(), kNumbers.end(),
                                     [&](const NumberEntry& entry) { return entry.letter == letter; });
    return found == kNumbers.end() ? nullptr : found;
  }

  std::string_view name(char letter) const {
    const std::string_view whole = letter == 'a' || letter == 'A' ? m_parts.weekdayName() : m_parts.month();
    return letter == 'A' || letter == 'B' ? whole : whole.substr(0, 3);
  }

  void writeNumber(const Specifier& specifier, std::int64_t value, std::size_t defaultWidth) {
    const std::string digits = std::to_string(std::abs(value));
    const std::size_t sign = value < 0 ? 1 : 0;
    const std::size_t width = specifier.width.value_or(defaultWidth + sign);
    const std::size_t used = digits.size() + sign;
    const std::size_t missing = specifier.isPadded && width > used ? width - used : 0;
    const bool isBlank = specifier.padding == Padding::Space;
    if (sign == 1 && !isBlank) m_output += '-';
    m_output.append(missing, isBlank ? ' ' : '0');
    if (sign == 1 && isBlank) m_output += '-';
    m_output += digits;
  }

  /// Padding of what is not a number: blanks, unless zeros are asked for.
  void pad(const Specifier& specifier, std::size_t used) {
    const std::size_t width = specifier.width.value_or(0);
    m_output.append(width > used ? width - used : 0, specifier.padding == Padding::Zero ? '0' : ' ');
  }

  void writeName(const Specifier& specifier, std::string_view text) {
    const std::size_t from = m_output.size();
    if (specifier.isPadded) pad(specifier, text.size());
    m_output += text;
    if (specifier.casing != Casing::Default) raiseCase(from);
  }

  void writeHalfDay(Specifier specifier) {
    const bool isUpper =
        specifier.letter == 'p' ? specifier.casing != Casing::Change : specifier.casing != Casing::Default;
    specifier.casing = Casing::Default;
    if (isUpper) {
      writeName(specifier, m_parts.isMorning() ? "AM" : "PM");
    } else {
      writeName(specifier, m_parts.isMorning() ? "am" : "pm");
    }
  }

  /// Leading zeros are lost and the number is filled up on the right: 0.05 s is `500` in three digits.
  void writeFraction(std::size_t digits) {
    std::int64_t number = m_parts.at.nanoseconds;
    for (std::size_t i = digits; i < 9; ++i)
      number /= 10;
    const std::string text = std::to_string(number);
    m_output += text;
    m_output.append(digits > text.size() ? digits - text.size() : 0, '0');
  }

  void writeLiteral(const Specifier& specifier, char literal) {
    if (specifier.isPadded) pad(specifier, 1);
    m_output += literal;
  }

  bool writeComposite(const Specifier& specifier) {
    const std::string text = composite(specifier.letter);
    if (text.empty()) return false;
    const std::size_t from = m_output.size();
    pad(specifier, usualSize(specifier.letter));
    m_output += text;
    if (specifier.casing != Casing::Default || specifier.letter == 'v') raiseCase(from);
    return true;
  }

  std::string composite(char letter) const {
    const Date& date = m_parts.date;
    const std::string month(m_parts.month().substr(0, 3));
    switch (letter) {
      case 'F':
        return zeroPadded(date.year, 4) + "-" + zeroPadded(date.month, 2) + "-" + zeroPadded(date.day, 2);
      case 'v':
        return blankPadded(date.day) + "-" + month + "-" + zeroPadded(date.year, 4);
      case 'R':
        return zeroPadded(m_parts.hour(), 2) + ":" + zeroPadded(m_parts.minute(), 2);
      case 'D':
      case 'x':
        return zeroPadded(date.month, 2) + "/" + zeroPadded(date.day, 2) + "/" +
               zeroPadded(date.year % 100, 2);
      case 'T':
      case 'X':
        return clock(m_parts, m_parts.hour());
      case 'r':
        return clock(m_parts, m_parts.hour12()) + (m_parts.isMorning() ? " AM" : " PM");
      case 'c':
        return std::string(m_parts.weekdayName().substr(0, 3)) + " " + month + " " + blankPadded(date.day) +
               " " + clock(m_parts, m_parts.hour()) + " " + zeroPadded(date.year, 4);
      default:
        return {};
    }
  }

  /// What padding takes for the size of a composite, whatever its year.
  static std::size_t usualSize(char letter) {
    switch (letter) {
      case 'F':
        return 10;
      case 'R':
        return 5;
      case 'v':
      case 'r':
        return 11;
      case 'c':
        return 24;
      default:
        return 8;
    }
  }

  void raiseCase(std::size_t from) {
    std::transform(m_output.begin() + static_cast<std::ptrdiff_t>(from), m_output.end(),
                   m_output.begin() + static_cast<std::ptrdiff_t>(from),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  }

  const Parts& m_parts;
  std::string& m_output;
};

/// Takes specifiers off a format.
class FormatReader {
 public:
  explicit FormatReader(std::string_view format) : m_format(format) {}

  bool atEnd() const { return m_position >= m_format.size(); }
  char peek() const { return m_format[m_position]; }
  char take() { return m_format[m_position++]; }
  std::size_t position() const { return m_position; }

  /// What follows a `%`; nothing when the format ends in it.
  std::optional<Specifier> specifier() {
    Specifier specifier;
    while (!atEnd() && flag(specifier, peek()))
      ++m_position;
    if (!width(specifier) || atEnd()) return std::nullopt;
    specifier.letter = take();
    if (specifier.letter == 'E' || specifier.letter == 'O') { // recognised and ignored
      if (atEnd()) return std::nullopt;
      specifier.letter = take();
    }
    return specifier;
  }

  /// After `%:`; takes `z` or `:z` or one character that is neither. True when it was an offset.
  bool colons(bool& seconds) {
    seconds = false;
    if (atEnd()) return false;
    const char first = take();
    if (first == 'z') return true;
    if (first != ':' || atEnd()) return false;
    seconds = true;
    return take() == 'z';
  }

  /// The last byte taken belongs to a character that is not ASCII: liquid-rust cuts it and crashes.
  bool isWithinCharacter() const {
    return (static_cast<unsigned char>(m_format[m_position - 1]) & 0x80U) != 0;
  }

 private:
  static bool flag(Specifier& specifier, char c) {
    switch (c) {
      case '-':
        specifier.isPadded = false;
        return true;
      case '_':
        specifier.padding = Padding::Space;
        return true;
      case '0':
        specifier.padding = Padding::Zero;
        return true;
      case '^':
        specifier.casing = Casing::Upper;
        return true;
      case '#':
        specifier.casing = Casing::Change;
        return true;
      default:
        return false;
    }
  }

  bool width(Specifier& specifier) {
    const char* from = m_format.data() + m_position;
    std::size_t width = 0;
    const auto result = std::from_chars(from, m_format.data() + m_format.size(), width);
    if (result.ptr == from) return true;
    if (result.ec != std::errc()) return false;
    specifier.width = width;
    m_position += static_cast<std::size_t>(result.ptr - from);
    return true;
  }

  std::string_view m_format;
  std::size_t m_position = 0;
};

} // namespace

std::optional<std::string> formatDate(const DateTime& date, std::string_view format, std::size_t limit) {
  const Parts parts(date);
  std::string output;
  Writer writer(parts, output);
  FormatReader reader(format);
  while (!reader.atEnd()) {
    const std::size_t from = reader.position();
    const char c = reader.take();
    if (c != '%') {
      output += c;
      continue;
    }
    const auto specifier = reader.specifier();
    if (!specifier || specifier->width.value_or(0) > limit || output.size() > limit) return std::nullopt;
    bool seconds = false;
    const char letter = specifier->letter;
    if (letter == 'z' || letter == 'Z' || (letter == ':' && reader.colons(seconds))) {
      writer.writeOffset(*specifier, letter != 'z', seconds);
    } else if (!writer.write(*specifier)) {
      if (reader.isWithinCharacter()) return std::nullopt;
      output += format.substr(from, reader.position() - from);
    }
  }
  return output;
}

} // namespace postwright::liquid
