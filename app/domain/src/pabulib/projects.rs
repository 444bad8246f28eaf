//! The projects of a file: what each costs, and what the file says of it.

use super::{
    fault::{FileFault, Section, What},
    ids::Ids,
    number::{MAX_PLACES, MAX_SUM, amount, small, whole},
    row::{Header, Row},
};
use crate::{count::Project, euro::Euro};

/// The section while it is read, and after.
#[derive(Debug, Default)]
pub struct ProjectsSection {
    columns: Option<Columns>,
    /// Budget and costs together.
    sum: Euro,
    pub ids: Ids,
    pub names: Vec<String>,
    pub projects: Vec<Project>,
    /// Whether each was chosen, if the file says so.
    pub selected: Option<Vec<bool>>,
    /// The votes of each by the file, with their line.
    pub votes: Vec<Option<(u64, usize)>>,
}

#[derive(Debug)]
struct Columns {
    count: usize,
    id: usize,
    cost: usize,
    name: Option<usize>,
    votes: Option<usize>,
    selected: Option<usize>,
    places: Option<usize>,
    description: Option<usize>,
}

impl ProjectsSection {
    pub fn new(budget: Euro) -> Self {
        Self {
            sum: budget,
            ..Self::default()
        }
    }

    /// Whether the header has come.
    pub const fn has_header(&self) -> bool {
        self.columns.is_some()
    }

    /// Takes a line.
    pub fn row(&mut self, row: Row<'_>) -> Result<(), FileFault> {
        let Some(columns) = &self.columns else {
            let header = Header::new(Section::Projects, row)?;
            let columns = Columns {
                count: header.len(),
                id: header.need("project_id")?,
                cost: header.need("cost")?,
                name: header.find("name"),
                votes: header.find("votes"),
                selected: header.find("selected"),
                places: header.find("places"),
                description: header.find("description"),
            };
            self.selected = columns.selected.map(|_| Vec::new());
            self.columns = Some(columns);
            return Ok(());
        };
        if row.fields().all(str::is_empty) {
            return Ok(());
        }
        row.fits(columns.count)?;
        let fault = |field: &'static str| move |what| FileFault::field(row.line, field, what);
        let id = row.field(columns.id);
        self.ids.add(id).map_err(fault("project_id"))?;
        let text = row.field(columns.cost);
        let cost = amount(text).map_err(fault("cost"))?;
        self.sum = match self.sum.plus(cost) {
            Some(sum) if sum <= MAX_SUM => sum,
            _ => return Err(fault("cost")(What::TooMuch(text.to_owned()))),
        };
        let places = places(columns, row).map_err(fault("places"))?;
        let stated = stated(columns.votes, row, u64::MAX).map_err(fault("votes"))?;
        // 2 and 3 have meanings of their own: paid from elsewhere.
        let selected = stated_selected(columns, row).map_err(fault("selected"))?;
        if let Some(all) = &mut self.selected {
            all.push(selected);
        }
        self.votes.push(stated.map(|votes| (votes, row.line)));
        self.projects.push(Project { cost, places });
        self.names
            .push(columns.name.map_or("", |at| row.field(at)).to_owned());
        Ok(())
    }
}

/// How many places: from our own column, or from a description that holds nothing else, which other readers accept.
fn places(columns: &Columns, row: Row<'_>) -> Result<u32, What> {
    let own = columns.places.map_or("", |at| row.field(at));
    if !own.is_empty() {
        return small(own, 1, MAX_PLACES);
    }
    let described = columns
        .description
        .and_then(|at| row.field(at).strip_prefix(super::PLACES));
    match described {
        Some(number) if number.bytes().all(|sign| sign.is_ascii_digit()) => {
            small(number, 1, MAX_PLACES)
        }
        _ => Ok(1),
    }
}

fn stated(column: Option<usize>, row: Row<'_>, to: u64) -> Result<Option<u64>, What> {
    match column.map_or("", |at| row.field(at)) {
        "" => Ok(None),
        text => whole(text, 0, to).map(Some),
    }
}

fn stated_selected(columns: &Columns, row: Row<'_>) -> Result<bool, What> {
    Ok(stated(columns.selected, row, 3)? == Some(1))
}
