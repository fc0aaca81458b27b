//! Flags in the middle of a pattern. To Oniguruma `a(?x)b|c` is `a(?x:b|c)`; to the engine of Cobalt, which reads it
//! as Perl does, it is `a(?x:b)|(?x:c)`. Patterns are written so that both read them as Cobalt's does.

use syntect::parsing::syntax_definition::Pattern;
use syntect::parsing::{Regex, SyntaxDefinition};

/// The grammar with every flag bound to what Cobalt's engine applies it to.
pub fn with_bound_flags(mut grammar: SyntaxDefinition) -> SyntaxDefinition {
    for context in grammar.contexts.values_mut() {
        for pattern in &mut context.patterns {
            if let Pattern::Match(found) = pattern {
                if found.regex.regex_str().contains("(?") {
                    found.regex = Regex::new(bound(found.regex.regex_str()));
                }
            }
        }
    }
    grammar
}

fn bound(pattern: &str) -> String {
    let mut writer = Writer { rest: pattern, out: String::with_capacity(pattern.len() + 16) };
    writer.group(false);
    writer.out
}

struct Writer<'a> {
    rest: &'a str,
    out: String,
}

impl<'a> Writer<'a> {
    /// Up to the `)` of the group, which is left, or to the end.
    fn group(&mut self, mut is_extended: bool) {
        let mut flags: Vec<&str> = Vec::new(); // those in force, each with a group open in this alternative
        while let Some(first) = self.rest.chars().next() {
            match first {
                ')' => break,
                '|' => self.alternative(&flags),
                '[' => self.class(),
                '(' => match flags_at(self.rest) {
                    Some(found) => {
                        self.rest = &self.rest[found.len() + 3..];
                        is_extended = extends(found).unwrap_or(is_extended);
                        flags.push(found);
                        self.open(found);
                    }
                    None => self.inner_group(is_extended),
                },
                '#' if is_extended => self.rest = self.rest.find('\n').map_or("", |end| &self.rest[end..]),
                '\\' => self.copy(1 + self.rest.chars().nth(1).map_or(0, char::len_utf8)),
                _ => self.copy(first.len_utf8()),
            }
        }
        self.close(&flags);
    }

    fn alternative(&mut self, flags: &[&str]) {
        self.close(flags);
        self.copy(1);
        flags.iter().for_each(|flag| self.open(flag));
    }

    fn inner_group(&mut self, is_extended: bool) {
        let own = self.rest.strip_prefix("(?").and_then(|after| after.split_once(':'));
        match own {
            Some((flags, _)) if is_flags(flags) => {
                self.copy(flags.len() + 3);
                self.group(extends(flags).unwrap_or(is_extended));
            }
            _ => {
                self.copy(1);
                self.group(is_extended);
            }
        }
        self.copy(self.rest.len().min(1));
    }

    /// A class, with the classes in it.
    fn class(&mut self) {
        self.copy(1);
        self.copy(usize::from(self.rest.starts_with('^')));
        self.copy(usize::from(self.rest.starts_with(']')));
        while let Some(first) = self.rest.chars().next() {
            match first {
                ']' => break,
                '[' => self.class(),
                '\\' => self.copy(1 + self.rest.chars().nth(1).map_or(0, char::len_utf8)),
                _ => self.copy(first.len_utf8()),
            }
        }
        self.copy(self.rest.len().min(1));
    }

    fn open(&mut self, flags: &str) {
        self.out.push_str("(?");
        self.out.push_str(flags);
        self.out.push(':');
    }

    fn close(&mut self, flags: &[&str]) {
        self.out.extend(flags.iter().map(|_| ')'));
    }

    fn copy(&mut self, length: usize) {
        let (piece, rest) = self.rest.split_at(length);
        self.out.push_str(piece);
        self.rest = rest;
    }
}

/// The `x` of `(?x)` at the start of `pattern`.
fn flags_at(pattern: &str) -> Option<&str> {
    let (flags, _) = pattern.strip_prefix("(?")?.split_once(')')?;
    if !flags.is_empty() && is_flags(flags) { Some(flags) } else { None }
}

/// Also of `(?:`, which sets none.
fn is_flags(text: &str) -> bool {
    text.bytes().all(|byte| b"imsx-".contains(&byte))
}

/// Whether `flags` turn the extended syntax on or off.
fn extends(flags: &str) -> Option<bool> {
    let place = flags.find('x')?;
    Some(!flags[..place].contains('-'))
}
