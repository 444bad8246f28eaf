use leptos::prelude::*;

/// `part` of `whole` as an SVG length, "45.3%"; never above 100.
fn percent(part: u64, whole: u64) -> String {
    let mille = u128::from(part)
        .saturating_mul(1000)
        .checked_div(u128::from(whole))
        .unwrap_or(0)
        .min(1000);
    format!("{}.{}%", mille / 10, mille % 10)
}

/// How much of an amount is used, and by how much it is exceeded.
///
/// Beyond the total, the bar shows all that is used, with a line at the total and a hatch after it.
#[component]
pub fn BudgetMeter(
    #[prop(into)] label: String,
    used_cents: u64,
    total_cents: u64,
    /// The same in words and amounts; this is what is read aloud.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let over = used_cents > total_cents;
    let scale = used_cents.max(total_cents);
    let limit = percent(total_cents, scale);
    let used = percent(used_cents.min(total_cents), scale);
    let excess = over.then(|| {
        view! {
            <rect class="wb-meter__over" x=limit.clone() width="100%" height="28"/>
            <line class="wb-meter__hatch" x1=limit.clone() x2="100%" y1="14" y2="14" stroke-width="28" stroke-dasharray="5 6"/>
            <line class="wb-meter__limit" x1=limit.clone() x2=limit y1="0" y2="28" stroke-width="6"/>
        }
    });
    view! {
        <div class="wb-meter" class=("wb-meter--over", over)>
            <div class="wb-meter__head">
                <span class="wb-meter__label">{label}</span>
                <span class="wb-meter__text">{text}</span>
            </div>
            <svg class="wb-meter__svg" width="100%" height="28" aria-hidden="true" focusable="false">
                <rect class="wb-meter__track" width="100%" height="28"/>
                <rect class="wb-meter__used" width=used height="28"/>
                {excess}
            </svg>
        </div>
    }
    .into_any()
}

/// What became of one piece of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    Chosen,
    /// Chosen with what was left; lighter, and its label says so.
    TopUp,
    Left,
}

impl SegmentKind {
    fn class(self) -> &'static str {
        match self {
            Self::Chosen => "wb-strip__chosen",
            Self::TopUp => "wb-strip__top-up",
            Self::Left => "wb-strip__left",
        }
    }

    fn number_class(self) -> &'static str {
        match self {
            Self::Chosen => "wb-strip__number",
            Self::TopUp | Self::Left => "wb-strip__number wb-strip__number--dark",
        }
    }
}

/// One piece of a budget; the label names what it went to, with its amount.
#[derive(Clone, Debug)]
pub struct Segment {
    pub label: String,
    pub cents: u64,
    pub kind: SegmentKind,
}

/// A whole budget as one strip, its pieces numbered and named below.
#[component]
pub fn BudgetStrip(
    segments: Vec<Segment>,
    total_cents: u64,
    /// The strip in one sentence.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let sum = segments
        .iter()
        .fold(0_u64, |sum, segment| sum.saturating_add(segment.cents));
    let scale = sum.max(total_cents);
    let mut start = 0_u64;
    let pieces = segments
        .iter()
        .enumerate()
        .map(|(index, segment)| {
            let from = start;
            start = start.saturating_add(segment.cents);
            piece(index, segment, from, scale)
        })
        .collect_view();
    let legend = segments
        .into_iter()
        .enumerate()
        .map(|(index, segment)| {
            view! {
                <li>
                    <svg class="wb-strip__swatch" width="28" height="28" aria-hidden="true" focusable="false">
                        <rect class=segment.kind.class() width="28" height="28" rx="4"/>
                        {hatch(segment.kind, "0".into(), "100%".into(), 28)}
                        {number(segment.kind, index, "50%".into(), 14)}
                    </svg>
                    <span>{segment.label}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="wb-strip">
            <p class="wb-strip__text">{text}</p>
            <svg class="wb-strip__svg" width="100%" height="60" aria-hidden="true" focusable="false">
                <rect class="wb-strip__left" width="100%" height="60"/>
                {pieces}
            </svg>
            <ul class="wb-strip__legend">{legend}</ul>
        </div>
    }
    .into_any()
}

fn piece(index: usize, segment: &Segment, from: u64, scale: u64) -> impl IntoView + use<> {
    let to = from.saturating_add(segment.cents);
    let middle = from.saturating_add(segment.cents / 2);
    // Below a twentieth there is no room for the number; the legend has it.
    let roomy = segment.cents >= scale / 20;
    view! {
        <rect class=segment.kind.class() x=percent(from, scale) width=percent(segment.cents, scale) height="60"/>
        {hatch(segment.kind, percent(from, scale), percent(to, scale), 60)}
        <line stroke="#fff" stroke-width="3" x1=percent(to, scale) x2=percent(to, scale) y1="0" y2="60"/>
        {roomy.then(|| number(segment.kind, index, percent(middle, scale), 30))}
    }
}

fn hatch(kind: SegmentKind, from: String, to: String, height: u32) -> Option<AnyView> {
    let middle = height / 2;
    let lines = view! {
        <line class="wb-strip__hatch" x1=from x2=to y1=middle y2=middle stroke-width=height stroke-dasharray="1 7"/>
    };
    (kind == SegmentKind::Left).then(|| lines.into_any())
}

fn number(kind: SegmentKind, index: usize, x: String, y: u32) -> Option<AnyView> {
    (kind != SegmentKind::Left).then(|| {
        view! { <text class=kind.number_class() x=x y=y font-size="18">{index + 1}</text> }
            .into_any()
    })
}

/// A bar in a table cell, beside the number that it repeats.
#[component]
pub fn ShareBar(count: u64, max: u64) -> impl IntoView {
    view! {
        <svg class="wb-share" width="100%" height="14" aria-hidden="true" focusable="false">
            <rect class="wb-share__track" width="100%" height="14" rx="3"/>
            <rect class="wb-share__bar" width=percent(count, max) height="14" rx="3"/>
        </svg>
    }
    .into_any()
}
