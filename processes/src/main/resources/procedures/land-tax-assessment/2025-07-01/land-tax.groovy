// Thuế thu nhập cá nhân và lệ phí trước bạ khi chuyển quyền sử dụng đất. The rates as data; change them in a new edition.
// Rates and exemptions are parameters: to be checked against the tax laws in force before use.

// Per thousand of the value.
def incomeTaxRates = [SALE: 20, INHERITANCE: 100, GIFT: 100, CAPITAL: 20]
def registrationFeeRate = 5

def price = dossier.transfer.price
def exempt = dossier.transfer.closeRelatives == true
def incomeTax = exempt ? 0 : (price * incomeTaxRates[dossier.transfer.kind]).intdiv(1000)
def registrationFee = exempt ? 0 : (price * registrationFeeRate).intdiv(1000)
return [tax: [
        incomeTax      : incomeTax,
        registrationFee: registrationFee,
        amount         : incomeTax + registrationFee,
        basis          : exempt ? 'Miễn: giao dịch giữa người thân thích' : "Giá trị giao dịch ${price} đồng"]]
