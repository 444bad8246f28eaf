//! What a project costs its supporters, as far as spans tell.

/// A number known to lie from `low` to `high`, in 2⁻ᵏ cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub low: u64,
    pub high: u64,
}

/// What a project costs its supporters now: what each pays for one unit of weight, if they have it.
#[derive(Clone, Debug)]
pub struct Price {
    pub span: Span,
    /// The weight of who can pay in full.
    pub payers: u64,
    /// Who cannot: (class, voters). They give all they have.
    pub poor: Vec<(u32, u64)>,
}

/// What is found of a price.
pub enum Quote {
    /// This; and the poorest supporter has at least so much.
    Price(Price, u64),
    /// More than was asked to look for: at least this.
    AtLeast(u64),
    /// Its supporters have too little together.
    OutOfReach,
}

impl Price {
    /// Whether every supporter who has anything left can pay in full.
    pub fn is_plain(&self) -> bool {
        self.poor.is_empty()
    }
}

/// What the supporters of a project contribute, while its price is worked out: the poor all they have.
#[derive(Default)]
pub struct Contributions {
    pub poor: Vec<(u32, u64)>,
    low: u128,
    high: u128,
    pub payers: u64,
}

impl Contributions {
    /// When all can pay, for so much weight together.
    pub fn of_all(payers: u64) -> Self {
        Self {
            payers,
            ..Self::default()
        }
    }

    /// What each payer pays for one unit of weight, after what the poor give.
    pub fn price(&self, cost: u128) -> Span {
        let payers = u128::from(self.payers.max(1));
        let narrow = |units: u128| u64::try_from(units).unwrap_or(u64::MAX);
        Span {
            low: narrow(cost.saturating_sub(self.high) / payers),
            high: narrow(cost.saturating_sub(self.low).div_ceil(payers)),
        }
    }

    /// So many voters of a class are to pay for so much weight each.
    pub fn add_payers(&mut self, voters: u64, weight: u32) {
        self.payers += u64::from(weight) * voters;
    }

    /// So many voters of a class give all they have.
    pub fn add_poor(&mut self, class: u32, wallet: Span, voters: u64) {
        self.poor.push((class, voters));
        self.low += u128::from(wallet.low) * u128::from(voters);
        self.high += u128::from(wallet.high) * u128::from(voters);
    }
}

/// Whether a wallet holds the price of this weight, if the spans tell.
pub fn can_pay(wallet: Span, price: Span, weight: u32) -> Option<bool> {
    let weight = u128::from(weight);
    if u128::from(wallet.high) < u128::from(price.low) * weight {
        Some(false)
    } else if u128::from(wallet.low) >= u128::from(price.high) * weight {
        Some(true)
    } else {
        None
    }
}
