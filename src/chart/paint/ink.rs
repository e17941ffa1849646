//! The one plotters backend: every picture is drawn through it, so that plotters' generic code exists once, over
//! whatever [`Surface`] lies below (the page's canvas, SVG).

use std::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::surface::{Align, Run, Step, Stroke, Surface, circle};
use crate::chart::look::Color;
use crate::chart::measure::{Face, Measure};

/// A plotters backend over a surface.
pub struct Ink<'a> {
    surface: &'a mut dyn Surface,
    measure: &'a dyn Measure,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Ink<'a> {
    /// Draws on `surface`, its texts measured by `measure`.
    pub fn new(surface: &'a mut dyn Surface, measure: &'a dyn Measure) -> Self {
        Self { surface, measure }
    }

    /// The surface below, for elements that need curves, dashes or a whole line of text.
    pub fn surface(&mut self) -> &mut dyn Surface {
        self.surface
    }
}

fn color(of: BackendColor) -> Color {
    Color { rgb: of.rgb, alpha: (of.alpha * 255.0).round().clamp(0.0, 255.0) as u8 }
}

fn stroke<S: BackendStyle>(style: &S) -> Stroke {
    Stroke { color: color(style.color()), width: style.stroke_width(), dash: (0, 0) }
}

fn path(points: impl IntoIterator<Item = BackendCoord>) -> Vec<Step> {
    let steps = points.into_iter().enumerate();
    steps.map(|(at, point)| if at == 0 { Step::Move(point) } else { Step::Line(point) }).collect()
}

impl DrawingBackend for Ink<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.surface.size()
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, tone: BackendColor) -> Done {
        self.surface.rect(at, (at.0 + 1, at.1 + 1), color(tone));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.surface.stroke(&[Step::Move(from), Step::Line(to)], stroke(style));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        if fill {
            self.surface.rect(from, to, color(style.color()));
        } else {
            let corners = [from, (to.0, from.1), to, (from.0, to.1)];
            let mut edge = path(corners);
            edge.push(Step::Close);
            self.surface.stroke(&edge, stroke(style));
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Done {
        self.surface.stroke(&path(points), stroke(style));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let ring = circle(center, radius as i32);
        if fill {
            self.surface.fill(&ring, color(style.color()));
        } else {
            self.surface.stroke(&ring, stroke(style));
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Done {
        self.surface.fill(&path(points), color(style.color()));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Done {
        let align = match style.anchor().h_pos {
            HPos::Left => Align::Left,
            HPos::Center => Align::Center,
            HPos::Right => Align::Right,
        };
        let size = style.size().round().max(0.0) as u32;
        let (text, color) = (text.to_owned(), color(style.color()));
        self.surface.text(&Run { text, face: face(style), size, color, at, align });
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = self.measure.width(text, face(style)).ceil().max(0.0);
        Ok((width as u32, style.size().ceil().max(0.0) as u32))
    }
}

fn face<T: BackendTextStyle>(style: &T) -> Face {
    let bold = matches!(style.style(), FontStyle::Bold);
    Face { size: style.size().round().clamp(0.0, 255.0) as u8, bold, caps: false }
}
