// Mã số thuế của hộ kinh doanh. The rule as data; change it in a new edition.

// The identity number of the owner serves as the tax number. Parameter, to be confirmed by the tax office: where its
// database gives another one, the officer writes that one over it.
def number = dossier.tax?.number ?: dossier.owner?.identityNumber
// Who manages the business afterwards.
def office = dossier.tax?.office ?: 'Thuế cơ sở nơi hộ kinh doanh đặt trụ sở'

return [tax: (dossier.tax ?: [:]) + [number: number, office: office]]
