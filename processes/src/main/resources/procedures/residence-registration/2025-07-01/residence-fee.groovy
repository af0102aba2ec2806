// Lệ phí đăng ký thường trú. The rule as data; change it in a new edition.

// Published for 1.004222 (dong): filed at the desk or by post, and online.
def direct = 20000
def online = 10000

def filedOnline = dossier.channel == 'ONLINE'
return [fee: (dossier.fee ?: [:]) + [
        amount: dossier.linked == true ? 0 : filedOnline ? online : direct,
        basis: filedOnline ? 'Nộp hồ sơ trực tuyến' : 'Nộp hồ sơ trực tiếp hoặc qua bưu chính']]
