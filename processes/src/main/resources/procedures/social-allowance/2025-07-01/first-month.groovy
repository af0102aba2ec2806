// 20/2021/NĐ-CP: hưởng từ tháng ra quyết định.
return [allowance: dossier.allowance + [paidFrom: "tháng ${on.monthValue} năm ${on.year}"]]
