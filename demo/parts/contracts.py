"""Contracts: up to three terms, each renewing the one before."""
from parts.base import Table, day, rnd
from parts.customers import customer

contract = Table("contract", "合同编号", "合同名称", "用户单位", "合同类型",
                 "状态", "服务范围", "签订日期", "开始日期", "结束日期",
                 "实际终止日期", "合同金额", "前一份合同", "免费维修范围",
                 "陪同要求", "一般故障响应时限", "一般故障到场时限",
                 "一般故障修复时限", "紧急故障响应时限", "紧急故障修复时限",
                 "重大故障响应时限", "重大故障修复时限", "合法性审查人",
                 "合法性审查日期")
TERMS = "第一期 第二期 第三期".split()


def contract_state(start, end, is_last, n):
    if start > 0:
        return "已签订"
    if not is_last:
        return "已续签"
    if end < 0:
        return "已终止"
    return "即将到期" if end <= 90 else "履行中"


def make_contract(row, scope, kind, term, start, terms, amount, strict):
    n = len(contract.rows) + 1
    end, is_last = start + 364, term == terms - 1
    state = contract_state(start, end, is_last, n)
    over = state in ("已续签", "已终止")
    limits = dict(一般故障响应时限="60", 一般故障到场时限="120",
                  一般故障修复时限="12", 紧急故障响应时限="20",
                  紧急故障修复时限="6", 重大故障响应时限="10",
                  重大故障修复时限="4") if strict else {}
    contract.add(合同编号="YS-HT-%04d" % n,
                 合同名称="%s%s合同（%s）" % (
                     row["用户单位名称"],
                     "综合服务" if kind == "综合服务" else "安防系统" + kind,
                     TERMS[term]),
                 用户单位=row["客户编号"], 合同类型=kind, 状态=state,
                 服务范围="、".join(scope), 签订日期=day(start - 12),
                 开始日期=day(start), 结束日期=day(end),
                 实际终止日期=day(end) if over else "", 合同金额=str(amount),
                 前一份合同="YS-HT-%04d" % (n - 1) if term > 0 else "",
                 免费维修范围="单价500元以下的易损件", 陪同要求="进入关键区域须两人陪同",
                 合法性审查人="YS-RY-0037", 合法性审查日期=day(start - 15), **limits)


def make_contracts(scopes):
    for n, row in enumerate(customer.rows):
        scope = scopes[row["客户编号"]]
        kind = ("综合服务" if n % 3 == 0 else "报警监控" if scope == ["入侵报警"]
                else "维护保养")
        terms = 1 + min(2, rnd.randint(0, 4))
        first = -365 * terms + rnd.randint(20, 330)
        if n % 17 == 16:
            first -= 300  # went elsewhere
        base = 12000 + 9000 * len(scope) * rnd.randint(1, 4)
        for term in range(terms):
            make_contract(row, scope, kind, term, first + 365 * term, terms,
                          base + 1500 * term, row["类别"] in ("银行", "医院"))
