//! Where the lines of a window begin and their fields end.

use super::marks::{WIDE, marks};

/// Where lines begin and fields end, in bytes of a window.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    pub(super) starts: Vec<u32>,
    /// As many for each line as were asked for.
    pub(super) ends: Vec<u32>,
    /// For each line whether it has another number of fields.
    pub(super) odd: Vec<bool>,
    /// Where the last line's break ends.
    pub(super) used: u32,
}

/// How far a look along a window has come.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// Where the ends of the line at hand begin.
    first: usize,
    /// Marks before it mean nothing: they belong to one that was seen.
    next: u32,
    quoted: bool,
}

impl Places {
    /// Lines that are looked at together: what is read of them stays near the processor.
    const MOST: usize = 1024;

    /// Finds lines of `width` fields from the beginning of a window on, and gives how many bytes they take. It stops
    /// before what a parser must read: a line that does not end in the window, is blank, ends with a carriage return
    /// alone, has a line break within quotes, or quotes that do not enclose a field.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    #[inline(never)]
    pub(crate) fn find(&mut self, bytes: &[u8], delimiter: u8, width: usize) -> usize {
        self.starts.clear();
        self.ends.clear();
        self.odd.clear();
        self.used = 0;
        // Places take four bytes.
        let bytes = bytes.get(..1 << 30).unwrap_or(bytes);
        let mut state = State::default();
        let (chunks, rest) = bytes.as_chunks::<WIDE>();
        let mut tail = [0; WIDE];
        tail.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        for (chunk, from) in chunks.iter().chain([&tail]).zip((0_u32..).step_by(WIDE)) {
            let (mut delimiters, others) = marks(chunk, delimiter);
            if others == 0 && !state.quoted {
                while delimiters != 0 {
                    self.ends.push(from + delimiters.trailing_zeros());
                    delimiters &= delimiters - 1;
                }
                continue;
            }
            let mut all = delimiters | others;
            while all != 0 {
                let at = from + all.trailing_zeros();
                all &= all - 1;
                if at >= state.next && !self.see(bytes, at, (delimiter, width), &mut state) {
                    return self.used as usize;
                }
            }
        }
        self.used as usize
    }

    /// Sees a mark, and says whether to go on.
    #[inline(always)]
    fn see(&mut self, bytes: &[u8], at: u32, (delimiter, width): (u8, usize), state: &mut State) -> bool {
        let place = at as usize;
        let follows = |byte: u8| bytes.get(place + 1) == Some(&byte);
        match bytes.get(place) {
            Some(b'"') if state.quoted => {
                if follows(b'"') {
                    state.next = at + 2;
                    return true;
                }
                state.quoted = false;
                follows(delimiter) || follows(b'\n') || follows(b'\r')
            }
            Some(byte) if *byte == delimiter => {
                if !state.quoted {
                    self.ends.push(at);
                }
                true
            }
            _ if state.quoted => false,
            Some(b'"') => {
                state.quoted = true;
                let last = self.ends.get(state.first..).and_then(|ends| ends.last());
                at == last.map_or(self.used, |end| end + 1)
            }
            Some(b'\r') => follows(b'\n') && self.close(at, at + 2, width, state),
            Some(b'\n') => self.close(at, at + 1, width, state),
            _ => false,
        }
    }

    /// Ends a line, and says whether to go on.
    #[inline(always)]
    fn close(&mut self, at: u32, next: u32, width: usize, state: &mut State) -> bool {
        let start = self.used;
        if at == start {
            return false;
        }
        self.ends.push(at);
        let asked = state.first + width;
        let odd = self.ends.len() != asked;
        if odd {
            self.ends.resize(asked, at);
        }
        self.starts.push(start);
        self.odd.push(odd);
        self.used = next;
        *state = State { first: asked, next, quoted: false };
        self.starts.len() < Self::MOST
    }
}
